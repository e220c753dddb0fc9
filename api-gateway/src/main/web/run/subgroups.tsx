import type { Report, RunView, SubgroupReport } from "../api/types";
import { ModelName } from "../parts/badge";
import { count, score } from "../parts/format";

type Props = { run: RunView; report: Report; metric: string };

/** Scores by who is in the items, and how far the groups are apart. */
export function Subgroups({ run, report, metric }: Props) {
  const entries = (report.subgroups ?? []).filter((entry) => entry.metric === metric);
  const fields = [...new Set(entries.map((entry) => entry.field))];
  return (
    <>
      {fields.map((field) => (
        <Field key={field} run={run} field={field} entries={entries.filter((entry) => entry.field === field)} />
      ))}
    </>
  );
}

type FieldProps = { run: RunView; field: string; entries: SubgroupReport[] };

function Field({ run, field, entries }: FieldProps) {
  const id = `subgroups-${field.replace(/[^A-Za-z0-9_-]/g, "-")}-title`;
  const problem = entries.find((entry) => entry.problem)?.problem;
  const values = entries.flatMap((entry) => entry.groups).flatMap((group) => (group.value == null ? [] : [group.value]));
  const asPercent = values.every((value) => value >= 0 && value <= 1);
  const groups = [...new Set(entries.flatMap((entry) => entry.groups.map((group) => group.group)))].sort();
  const parity = entries.some((entry) => entry.parity);
  return (
    <section class="panel variants" aria-labelledby={id}>
      <h2 id={id}>Subgroups by {field}</h2>
      {problem ? <p class="quiet small">The field {problem}, so it names no groups.</p> : null}
      {groups.length === 0 ? null : (
        <>
          <p class="quiet small">
            The gap between the best and the worst group holds for all pairs of groups at once; if its interval contains zero,
            chance alone may be the reason.
          </p>
          <div class="variants-scroll" tabIndex={0} role="region" aria-labelledby={id}>
            <table class="grid plain">
              <thead>
                <tr>
                  <th>Model</th>
                  {groups.map((group) => (
                    <th class="num" key={group}>
                      {group}
                    </th>
                  ))}
                  <th class="num">Widest gap</th>
                  <th>Worst group</th>
                  {parity ? <th class="num">Demographic parity</th> : null}
                  {parity ? <th class="num">Equalized odds</th> : null}
                </tr>
              </thead>
              <tbody>
                {entries.map((entry) => (
                  <tr key={entry.model}>
                    <td>
                      <ModelName model={entry.model} index={run.models.indexOf(entry.model)} />
                    </td>
                    {groups.map((group) => (
                      <Cell key={group} entry={entry} group={group} asPercent={asPercent} />
                    ))}
                    <Spread figure={entry.gap} asPercent={asPercent} />
                    <td>
                      {entry.gap ? entry.gap.worse : "–"}
                      {entry.gap && !entry.gap.sure ? <small>maybe chance</small> : null}
                    </td>
                    {parity ? <Spread figure={entry.parity?.demographicParity} asPercent /> : null}
                    {parity ? <Spread figure={entry.parity?.equalizedOdds} asPercent /> : null}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}

function Cell({ entry, group, asPercent }: { entry: SubgroupReport; group: string; asPercent: boolean }) {
  const found = entry.groups.find((one) => one.group === group);
  if (!found) return <td class="num">–</td>;
  return (
    <td class="num">
      {found.value == null ? "too few" : score(found.value, asPercent)}
      {found.low != null && found.high != null ? (
        <small>
          {score(found.low, asPercent)} to {score(found.high, asPercent)}
        </small>
      ) : null}
      <small>{count(found.items)} items</small>
    </td>
  );
}

type Apart = { difference: number; low?: number | null; high?: number | null };

function Spread({ figure, asPercent }: { figure?: Apart | null; asPercent: boolean }) {
  if (!figure) return <td class="num">–</td>;
  const signed = (value: number) => (value < 0 ? "−" : "") + score(Math.abs(value), asPercent);
  return (
    <td class="num">
      {signed(figure.difference)}
      {figure.low != null && figure.high != null ? (
        <small>
          {signed(figure.low)} to {signed(figure.high)}
        </small>
      ) : null}
    </td>
  );
}
