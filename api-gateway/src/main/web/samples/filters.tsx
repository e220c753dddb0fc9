import { useEffect, useState } from "preact/hooks";
import type { Report, RunView } from "../api/types";

/** As the address has it; `right` is this page's short form for a range of scores. */
export type SampleQuery = {
  model?: string;
  category?: string;
  outcome?: string;
  metric?: string;
  right?: string;
  q?: string;
};

const RANGES: Record<string, { minScore?: string; maxScore?: string }> = {
  yes: { minScore: "1" },
  no: { maxScore: "0" },
  part: { minScore: "0.000001", maxScore: "0.999999" },
};
const TYPING_PAUSE = 250;

/** Of an address, which may hold anything, what the API knows. */
export function apiQuery({ model, category, outcome, q, right, metric }: SampleQuery): Record<string, string | undefined> {
  const range = right ? RANGES[right] : undefined;
  const query = { model, category, outcome, q };
  return range ? { ...query, metric, ...range } : query;
}

type Props = { query: SampleQuery; run?: RunView; report?: Report; onChange: (change: SampleQuery) => void };

export function SampleFilters({ query, run, report, onChange }: Props) {
  const [q, setQ] = useState(query.q ?? "");
  const categories = [...new Set(report?.categories.map((row) => row.category))];
  const metrics = report?.leaderboard[0]?.metrics.map((metric) => metric.metric) ?? [];

  useEffect(() => {
    if (q === (query.q ?? "")) return undefined;
    const timer = window.setTimeout(() => onChange({ q: q || undefined }), TYPING_PAUSE);
    return () => window.clearTimeout(timer);
  }, [q]);

  return (
    <form class="filters" role="search" aria-label="Filter samples" onSubmit={(event) => event.preventDefault()}>
      <Choice label="Model" every="Every model" value={query.model} from={run?.models ?? []} pick={(model) => onChange({ model })} />
      <Choice
        label="Category"
        every="Every category"
        value={query.category}
        from={categories}
        pick={(category) => onChange({ category })}
      />
      <Choice
        label="Outcome"
        every="Every outcome"
        value={query.outcome}
        from={["answered", "refused", "failed", "cancelled"]}
        pick={(outcome) => onChange({ outcome })}
      />
      <Choice
        label="Score"
        every="Every score"
        value={query.right}
        from={["yes", "no", "part"]}
        names={{ yes: "Right (1)", no: "Wrong (0)", part: "In between" }}
        pick={(right) => onChange({ right, metric: right ? (query.metric ?? metrics[0]) : undefined })}
      />
      {query.right && metrics.length > 1 ? (
        <Choice label="Metric" value={query.metric ?? metrics[0]} from={metrics} pick={(metric) => onChange({ metric })} />
      ) : null}
      <input type="search" aria-label="Item id" placeholder="Item id" value={q} onInput={(event) => setQ(event.currentTarget.value)} />
    </form>
  );
}

type ChoiceProps = {
  label: string;
  every?: string;
  value?: string;
  from: string[];
  names?: Record<string, string>;
  pick: (value: string | undefined) => void;
};

function Choice({ label, every, value, from, names = {}, pick }: ChoiceProps) {
  const options = value && !from.includes(value) ? [value, ...from] : from;
  return (
    <select aria-label={label} value={value ?? ""} onChange={(event) => pick(event.currentTarget.value || undefined)}>
      {every ? <option value="">{every}</option> : null}
      {options.map((option) => (
        <option key={option} value={option}>
          {names[option] ?? option}
        </option>
      ))}
    </select>
  );
}
