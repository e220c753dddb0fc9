import { useState } from "preact/hooks";
import type { Report, RunView, VariantEntry } from "../api/types";
import { ModelName } from "../parts/badge";
import { count, percent, score } from "../parts/format";
import { FormFlips } from "./form-flips";

type Props = { run: RunView; report: Report; metric: string };

/** Whether the wording of a question, or who is in it, changes the score: every other form beside the items as they are. */
export function Variants({ run, report, metric }: Props) {
  const entries = (report.variants ?? []).filter((entry) => entry.metric === metric);
  if (entries.length === 0) return null;
  const perturbed = entries.some((entry) => entry.kind === "perturbation");
  const worst = entries.filter((entry) => entry.variant == null);
  const of = (kind: string) => entries.filter((entry) => entry.kind === kind);
  return (
    <>
      <Forms
        run={run}
        id="wordings"
        title="Written otherwise"
        words="The same items in other wordings. A difference below zero means that the wording costs points."
        entries={perturbed ? [...worst, ...of("perturbation")] : []}
      />
      <Forms
        run={run}
        id="people"
        title="About other people"
        words="The same items with other people in them. An interval without zero means that it matters who is in a question."
        entries={perturbed ? of("counterfactual") : [...worst, ...of("counterfactual")]}
      />
    </>
  );
}

type FormsProps = { run: RunView; id: string; title: string; words: string; entries: VariantEntry[] };

function Forms({ run, id, title, words, entries }: FormsProps) {
  const [open, setOpen] = useState<VariantEntry>();
  if (entries.length === 0) return null;
  const asPercent = entries.every((entry) => entry.original >= 0 && entry.original <= 1 && entry.value >= 0 && entry.value <= 1);
  const signed = (value: number) => (value > 0 ? "+" : value < 0 ? "−" : "±") + score(Math.abs(value), asPercent);
  return (
    <section class="panel variants" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p class="quiet small">{words}</p>
      <div class="variants-scroll" tabIndex={0} role="region" aria-labelledby={`${id}-title`}>
        <table class="grid plain">
          <thead>
            <tr>
              <th>Form</th>
              <th>Model</th>
              <th class="num">Items</th>
              <th class="num">As is</th>
              <th class="num">So</th>
              <th class="num">Difference</th>
              <th class="num">Other answer</th>
              <th class="num">Worse / better</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={`${entry.variant ?? ""} ${entry.model}`} class={entry.variant == null ? "worst" : undefined}>
                <td>{entry.variant ?? "worst of all"}</td>
                <td>
                  <ModelName model={entry.model} index={run.models.indexOf(entry.model)} />
                </td>
                <td class="num">{count(entry.items)}</td>
                <td class="num">{score(entry.original, asPercent)}</td>
                <td class="num">{score(entry.value, asPercent)}</td>
                <td class="num">
                  {signed(entry.difference)}
                  {entry.low != null && entry.high != null ? (
                    <small>
                      {signed(entry.low)} to {signed(entry.high)}
                    </small>
                  ) : null}
                </td>
                <td class="num">{percent(entry.changed)}</td>
                <td class="num">
                  {entry.variant != null && entry.worse + entry.better > 0 ? (
                    <button
                      type="button"
                      class="flips-open"
                      aria-label={`${entry.worse} worse and ${entry.better} better of ${entry.model} under ${entry.variant}: show them`}
                      aria-expanded={open === entry}
                      onClick={() => setOpen(open === entry ? undefined : entry)}
                    >
                      {count(entry.worse)} / {count(entry.better)}
                    </button>
                  ) : (
                    `${count(entry.worse)} / ${count(entry.better)}`
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {open?.variant != null ? (
        <FormFlips
          run={run.id}
          variant={open.variant}
          model={open.model}
          metric={open.metric}
          asPercent={asPercent}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
    </section>
  );
}
