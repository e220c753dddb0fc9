import { useEffect } from "preact/hooks";
import "./compare.css";
import { useResource } from "../api/resource";
import { go, link } from "../app/router";
import { Failure, Notice, Waiting } from "../parts/notice";
import { DifferencePlot } from "./difference-plot";
import { differenceText, figuresOf, nameOf, unit, type Figures } from "./figures";
import { Flips } from "./flips";
import { Sides } from "./sides";
import type { Comparison, Pair } from "./types";

type Query = Record<string, string | undefined>;

/** Runs and models on the items that they share. Everything chosen stands in the address. */
export function Compare({ query }: { query: Query }) {
  const sides = (query["sides"] ?? "").split(",").filter(Boolean);
  // The address of the fetched part: what the flips show does not change it.
  const asked = new URLSearchParams(sides.map((side) => ["side", side]));
  for (const name of ["baseline", "metric", "correction", "pairs"]) if (query[name]) asked.set(name, query[name]);
  asked.set("byCategory", "true");
  const { data, error, loading, reload } = useResource<Comparison>(sides.length > 0 ? `/comparisons?${asked}` : undefined);
  const change = (more: Query) => go(link(["compare"], { ...query, ...more }), true);

  useEffect(() => {
    document.title = data ? `${data.sides.map((side) => side.model).join(" and ")} · Compare · Assay` : "Compare · Assay";
  }, [data]);

  return (
    <div class="page compare">
      <header>
        <p class="crumbs">
          <a href="#/runs">Runs</a>
          <span aria-hidden="true">/</span>
          <span>Compare</span>
        </p>
        <div class="page-head">
          <h1>Compare</h1>
          <span class="grow" />
          {data ? <Choices comparison={data} change={change} /> : null}
        </div>
      </header>
      {sides.length === 0 ? (
        <Notice tone="info" title="Nothing to compare yet">
          <p>
            Mark two runs in <a href="#/runs">the list</a> and press Compare, or compare a run's models in its report.
          </p>
        </Notice>
      ) : null}
      {error ? <Failure error={error} retry={reload} /> : null}
      {!data && !error && loading && sides.length > 0 ? <Waiting label="Comparing" rows={6} /> : null}
      {data && !error ? <Shown comparison={data} query={query} change={change} /> : null}
    </div>
  );
}

function Choices({ comparison, change }: { comparison: Comparison; change: (more: Query) => void }) {
  return (
    <div class="filters">
      {comparison.metrics.length > 1 ? (
        <select aria-label="Metric" value={comparison.metric} onChange={(event) => change({ metric: event.currentTarget.value })}>
          {comparison.metrics.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      ) : null}
      {comparison.sides.length > 2 ? (
        <select
          aria-label="Correction"
          value={comparison.correction}
          title="Of p-values for there being several"
          onChange={(event) => change({ correction: event.currentTarget.value, pairs: event.currentTarget.value === "bh" ? "all" : undefined })}
        >
          <option value="holm">with the baseline, after Holm</option>
          <option value="bh">every pair, after Benjamini–Hochberg</option>
        </select>
      ) : null}
    </div>
  );
}

type ShownProps = { comparison: Comparison; query: Query; change: (more: Query) => void };

function Shown({ comparison, query, change }: ShownProps) {
  const figures = figuresOf(comparison);
  const place = Math.min(Math.max(0, Number(query["pair"] ?? 0) || 0), comparison.pairs.length - 1);
  const pair = comparison.pairs[place]!;
  const name = (side: string) => nameOf(comparison.sides.find((s) => s.side === side)!, comparison.sides);
  const hue = (side: string) => comparison.sides.findIndex((s) => s.side === side);
  const common = { figures, confidence: comparison.confidence, lowerIsBetter: comparison.lowerIsBetter };
  const several = comparison.pairs.length > 1;
  return (
    <>
      {comparison.notes.length > 0 ? (
        <Notice tone="warn" title="Read this first">
          <ul>
            {comparison.notes.map((note) => (
              <li key={note}>{readable(note, comparison)}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <Sides
        comparison={comparison}
        figures={figures}
        onBaseline={(side) => change({ baseline: side, pair: undefined, direction: undefined })}
      />
      <section class="block" aria-labelledby="difference-title">
        <div class="block-head">
          <h2 id="difference-title">Difference in {comparison.metric}</h2>
          {comparison.lowerIsBetter ? <span class="quiet small">lower is better</span> : null}
        </div>
        <p class="verdict">{verdict(pair, figures, name)}</p>
        <DifferencePlot
          caption="Paired differences"
          first="Pair"
          {...common}
          rows={comparison.pairs.map((p, i) => ({
            key: String(i),
            name: `${name(p.candidate)} − ${name(p.baseline)}`,
            detail: p.reason,
            items: p.shared.items,
            hue: hue(p.candidate),
            difference: p.difference,
            on: several && i === place,
          }))}
          onPick={several ? (key) => change({ pair: key, category: undefined }) : undefined}
        />
        <p class="quiet small">{legend(comparison, pair)}</p>
      </section>
      {pair.categories.length > 1 ? (
        <section class="block" aria-labelledby="by-category-title">
          <div class="block-head">
            <h2 id="by-category-title">Per category</h2>
            {several ? (
              <span class="quiet small">
                {name(pair.candidate)} − {name(pair.baseline)}
              </span>
            ) : null}
          </div>
          <DifferencePlot
            caption="Paired differences per category"
            first="Category"
            {...common}
            rows={pair.categories.map((c) => ({
              key: c.category,
              name: c.category,
              items: c.items,
              hue: hue(pair.candidate),
              difference: c.difference,
              on: query["category"] === c.category,
            }))}
            onPick={(key) => change({ category: query["category"] === key ? undefined : key })}
          />
        </section>
      ) : null}
      {pair.difference ? (
        <Flips
          key={`${pair.candidate} ${pair.baseline}`}
          pair={pair}
          metric={comparison.metric}
          figures={figures}
          names={{ candidate: name(pair.candidate), baseline: name(pair.baseline) }}
          filter={{ direction: query["direction"], category: query["category"] }}
          onFilter={(filter) => change({ direction: filter.direction, category: filter.category })}
        />
      ) : null}
    </>
  );
}

/** Remarks name sides by id; people know them by name. */
function readable(note: string, comparison: Comparison): string {
  return comparison.sides.reduce((text, side) => text.replaceAll(side.side, nameOf(side, comparison.sides)), note);
}

function verdict(pair: Pair, figures: Figures, name: (side: string) => string): string {
  const d = pair.difference;
  if (!d) return pair.reason ?? "Too few items are shared.";
  if (d.better) {
    const worse = d.better === "candidate" ? "baseline" : "candidate";
    const by = differenceText(Math.abs(d.difference), figures).slice(1);
    return `${name(pair[d.better])} is better than ${name(pair[worse])}, by ${by} ${unit(figures)}`.trim() + ".";
  }
  const seen = d.detectable ? ` So many items show a true difference of ${differenceText(d.detectable, figures).slice(1)} ${unit(figures)} four times out of five.`.replace("  ", " ") : "";
  return `Neither can be said to be better.${seen}`;
}

function legend(comparison: Comparison, pair: Pair): string {
  const { onlyCandidate, onlyBaseline, unscoredCandidate, unscoredBaseline } = pair.shared;
  const left = onlyCandidate + onlyBaseline;
  const unscored = unscoredCandidate + unscoredBaseline;
  const correction = comparison.correction === "bh" ? "Benjamini and Hochberg" : "Holm";
  return [
    `Lines are ${comparison.confidence * 100} % intervals of paired differences; p is corrected after ${correction}.`,
    left > 0 ? `${left} items are in one of the runs only.` : "",
    unscored > 0 ? `${unscored} items of both lack a score of one.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}
