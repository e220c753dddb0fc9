import type { MetricValue, Report, RunView } from "../api/types";
import { link } from "../app/router";
import type { DotGroup } from "../charts/dots";
import { ModelName } from "../parts/badge";
import { count, score } from "../parts/format";
import { PlotPanel } from "./plot-panel";

type Props = { run: RunView; report: Report; metric: string };
type Entry = { category: string; model: string; metric: MetricValue };

/** Where the models differ: every category's score with its interval, models side by side. */
export function Categories({ run, report, metric }: Props) {
  const entries = report.categories.flatMap((row): Entry[] => {
    const m = row.metrics.find((candidate) => candidate.metric === metric);
    return m ? [{ category: row.category, model: row.model, metric: m }] : [];
  });
  const names = [...new Set(entries.map((entry) => entry.category))];
  if (names.length === 0) return null;
  const known = entries.filter((entry) => entry.metric.value != null);
  const asPercent = known.every((entry) => entry.metric.value! <= 1);
  const groups: DotGroup[] = names.map((name) => ({
    name,
    dots: run.models.map((model, hue) => {
      const m = entries.find((entry) => entry.category === name && entry.model === model)?.metric;
      return m?.value == null
        ? undefined
        : { model, hue, value: m.value, low: m.low ?? m.value, high: m.high ?? m.value, samples: m.samples };
    }),
  }));
  const words = known.map((e) => `${e.category}, ${e.model}: ${score(e.metric.value, asPercent)}`).join("; ");
  return (
    <PlotPanel
      id="categories"
      title="Per category"
      words={`${metric} per category. ${words}`}
      height={34 + names.length * (run.models.length * 15 + 22)}
      table={<Table run={run} names={names} entries={entries} asPercent={asPercent} />}
      none={known.length === 0 ? "No category has a score yet." : undefined}
      legend={
        <ul class="plot-legend" aria-hidden="true">
          {run.models.map((model, i) => (
            <li key={model}>
              <ModelName model={model} index={i} />
            </li>
          ))}
        </ul>
      }
      option={(charts, look) => charts.dots({ groups, models: run.models.length, asPercent }, look)}
    />
  );
}

type TableProps = { run: RunView; names: string[]; entries: Entry[]; asPercent: boolean };

function Table({ run, names, entries, asPercent }: TableProps) {
  return (
    <table class="grid plain">
      <thead>
        <tr>
          <th>Category</th>
          {run.models.map((model, i) => (
            <th key={model} class="num">
              <ModelName model={model} index={i} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <tr key={name}>
            <td>
              <a href={link(["runs", run.id, "samples"], { category: name })}>{name}</a>
            </td>
            {run.models.map((model) => {
              const m = entries.find((entry) => entry.category === name && entry.model === model)?.metric;
              return (
                <td key={model} class="num" title={m ? `${count(m.answered)} of ${count(m.samples)} answered` : undefined}>
                  {score(m?.value, asPercent)}
                  {m?.low != null && m.high != null ? (
                    <small>
                      {score(m.low, asPercent)}–{score(m.high, asPercent)}
                    </small>
                  ) : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
