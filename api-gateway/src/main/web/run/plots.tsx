import type { Report, RunView } from "../api/types";
import { ModelName } from "../parts/badge";
import { milliseconds, money, score } from "../parts/format";
import type { ScatterPoint } from "../charts/scatter";
import { PlotPanel } from "./plot-panel";

type Props = { run: RunView; report: Report; metric: string };

/** What a point of score costs, in money and in time. */
export function Plots({ run, report, metric }: Props) {
  const points = (x: (model: string) => number | null | undefined, xHigh?: (model: string) => number | null | undefined) =>
    report.leaderboard.flatMap((row): ScatterPoint[] => {
      const m = row.metrics.find((entry) => entry.metric === metric);
      const at = x(row.model);
      if (m?.value == null || at == null) return [];
      const hue = run.models.indexOf(row.model);
      return [{ model: row.model, hue, x: at, xHigh: xHigh?.(row.model) ?? undefined, y: m.value, low: m.low ?? m.value, high: m.high ?? m.value }];
    });
  const lowerIsBetter = report.leaderboard.some((row) => row.metrics.some((m) => m.metric === metric && m.lowerIsBetter));
  const currency = report.leaderboard.find((row) => row.cost?.perSample)?.cost?.perSample?.currency ?? "USD";
  const perThousand = (amount: number) => money({ currency, amount: String(amount) });
  const costOf = (model: string) => {
    const perSample = report.leaderboard.find((row) => row.model === model)?.cost?.perSample;
    return perSample ? Number(perSample.amount) * 1_000 : undefined;
  };
  const timeOf = (model: string) => report.timing.find((entry) => entry.model === model)?.totalMs;
  return (
    <div class="columns">
      <ScatterPanel
        id="cost-plot"
        title="Score against cost"
        points={points(costOf)}
        metric={metric}
        lowerIsBetter={lowerIsBetter}
        xName="cost per 1,000 samples"
        xText={perThousand}
        none="No model has both a score and a price yet."
      />
      <ScatterPanel
        id="latency-plot"
        title="Score against latency"
        points={points(
          (model) => timeOf(model)?.p50,
          (model) => timeOf(model)?.p95,
        )}
        metric={metric}
        lowerIsBetter={lowerIsBetter}
        xName="latency, p50 with a line to p95"
        xText={milliseconds}
        none="No model has both a score and timings yet."
      />
    </div>
  );
}

type PanelProps = {
  id: string;
  title: string;
  points: ScatterPoint[];
  metric: string;
  lowerIsBetter: boolean;
  xName: string;
  xText: (x: number) => string;
  none: string;
};

function ScatterPanel({ id, title, points, metric, lowerIsBetter, xName, xText, none }: PanelProps) {
  const asPercent = points.every((p) => p.y <= 1);
  const unit = (asPercent ? `${metric}, %` : metric) + (lowerIsBetter ? ", lower is better" : "");
  const table = (
    <table class="grid plain">
      <thead>
        <tr>
          <th>Model</th>
          <th class="num">{unit}</th>
          <th class="num">Interval</th>
          <th class="num">{xName}</th>
        </tr>
      </thead>
      <tbody>
        {points.map((p) => (
          <tr key={p.model}>
            <td>
              <ModelName model={p.model} index={p.hue} />
            </td>
            <td class="num">{score(p.y, asPercent)}</td>
            <td class="num">
              {score(p.low, asPercent)}–{score(p.high, asPercent)}
            </td>
            <td class="num">
              {xText(p.x)}
              {p.xHigh === undefined ? "" : `–${xText(p.xHigh)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  const words = points.map((p) => `${p.model}: ${score(p.y, asPercent)} at ${xText(p.x)}`).join("; ");
  return (
    <PlotPanel
      id={id}
      title={title}
      words={`${title}. ${words}`}
      height={320}
      table={table}
      none={points.length === 0 ? none : undefined}
      option={(charts, look) => charts.scatter({ points, lowerIsBetter, asPercent, yName: unit, xName, xText }, look)}
    />
  );
}
