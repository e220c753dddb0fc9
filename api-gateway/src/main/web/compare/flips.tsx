import { useEffect, useState } from "preact/hooks";
import { get } from "../api/client";
import { asApiError, useResource } from "../api/resource";
import { link } from "../app/router";
import { announce } from "../parts/announce";
import { count, plural, score } from "../parts/format";
import { Failure, Waiting } from "../parts/notice";
import type { Figures } from "./figures";
import type { Flip, FlipPage, FlippedAnswer, Pair } from "./types";

export type FlipFilter = { direction?: string; category?: string };
type Props = {
  pair: Pair;
  metric: string;
  figures: Figures;
  names: { candidate: string; baseline: string };
  filter: FlipFilter;
  onFilter: (filter: FlipFilter) => void;
};

const DIRECTIONS = [
  { name: "Both", value: undefined },
  { name: "Better", value: "improved" },
  { name: "Worse", value: "worsened" },
];

/** The items on which two sides differ, with both answers side by side. */
export function Flips({ pair, metric, figures, names, filter, onFilter }: Props) {
  const query = { candidate: pair.candidate, baseline: pair.baseline, metric, ...filter };
  const first = useResource<FlipPage>("/comparisons/flips", query);
  const [more, setMore] = useState<{ of: string; flips: Flip[]; next?: string }>();
  const [problem, setProblem] = useState("");
  const key = JSON.stringify(query);
  const later = more?.of === key ? more : undefined;
  const flips = [...(first.data?.flips ?? []), ...(later?.flips ?? [])];
  const next = later ? later.next : first.data?.next;
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    if (first.data) announce(`${plural(first.data.flips.length, "item")} shown.`);
  }, [first.data]);

  const fetchMore = () => {
    setBusy(true);
    setProblem("");
    get<FlipPage>("/comparisons/flips", { ...query, cursor: next })
      .then(
        (page) => setMore({ of: key, flips: [...(later?.flips ?? []), ...page.flips], next: page.next }),
        (cause: unknown) => setProblem(asApiError(cause).message),
      )
      .finally(() => setBusy(false));
  };

  const counts = pair.difference;
  return (
    <section class="block flips" aria-labelledby="flips-title">
      <div class="block-head">
        <h2 id="flips-title">Items on which they differ</h2>
        {counts ? (
          <span class="quiet small">
            {count(counts.improved)} better, {count(counts.worsened)} worse, {count(counts.same)} the same
          </span>
        ) : null}
        <span class="grow" />
        <div class="segments" role="group" aria-label="Direction">
          {DIRECTIONS.map(({ name, value }) => (
            <button
              key={name}
              type="button"
              aria-pressed={filter.direction === value}
              onClick={() => onFilter({ ...filter, direction: value })}
            >
              {name}
            </button>
          ))}
        </div>
        {pair.categories.length > 1 ? (
          <select
            aria-label="Category"
            value={filter.category ?? ""}
            onChange={(event) => onFilter({ ...filter, category: event.currentTarget.value || undefined })}
          >
            <option value="">Every category</option>
            {pair.categories.map(({ category }) => (
              <option key={category} value={category}>
                {category}
              </option>
            ))}
          </select>
        ) : null}
      </div>
      {first.error && !first.data ? <Failure error={first.error} retry={first.reload} /> : null}
      {!first.data && first.loading ? <Waiting label="Fetching the items" rows={4} /> : null}
      {first.data && flips.length === 0 ? <p class="quiet">There is no such item.</p> : null}
      <ol class="flip-list" aria-busy={first.loading}>
        {flips.map((flip) => (
          <li key={flip.candidate.task} class="flip">
            <p class="flip-head">
              <b>{flip.itemId}</b>
              {flip.category ? <span class="chip">{flip.category}</span> : null}
              <span class={`flip-mark ${flip.direction}`}>{flip.direction === "improved" ? "▲ better" : "▼ worse"}</span>
            </p>
            <div class="flip-answers">
              <Answer name={names.baseline} answer={flip.baseline} figures={figures} />
              <Answer name={names.candidate} answer={flip.candidate} figures={figures} />
            </div>
          </li>
        ))}
      </ol>
      {problem ? (
        <p class="problem" role="alert">
          {problem}
        </p>
      ) : null}
      {next ? (
        <p class="more">
          <button type="button" class="button" onClick={fetchMore} disabled={busy}>
            {busy ? "Fetching …" : "Show more items"}
          </button>
        </p>
      ) : null}
    </section>
  );
}

function Answer({ name, answer, figures }: { name: string; answer: FlippedAnswer; figures: Figures }) {
  const [run, ...place] = answer.task.split(".");
  const extracted = Object.values(answer.extracted);
  return (
    <div class="flip-answer">
      <p class="flip-side">
        <span>{name}</span>
        <span class="grow" />
        <b>{score(answer.score, figures.asPercent)}</b>
        <a href={link(["runs", run!, "samples", place.join(".")])}>Open sample</a>
      </p>
      <pre tabIndex={0} aria-label={`Answer of ${name}`}>
        {answer.answer ?? "no answer"}
      </pre>
      {extracted.length > 0 ? (
        <p class="quiet small">
          extracted{" "}
          {extracted.map((text, i) => (
            <code key={i}>{text}</code>
          ))}
        </p>
      ) : null}
    </div>
  );
}
