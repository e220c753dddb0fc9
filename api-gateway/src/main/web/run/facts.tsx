import type { MetricValue, Report, RunView } from "../api/types";
import { count, coverage, duration, exact, exactMoment, money, percent, plural, score, wanted } from "../parts/format";
import { NO_SCORE } from "../parts/words";

/** A finished run in one line of figures and one sentence. */
export function Facts({ run, report, metric }: { run: RunView; report?: Report; metric?: string }) {
  const took = run.startedAt && run.finishedAt ? Date.parse(run.finishedAt) - Date.parse(run.startedAt) : undefined;
  return (
    <section class="facts" aria-label="Summary">
      {report ? <Sentence run={run} report={report} name={metric} /> : <p class="lead">&nbsp;</p>}
      <dl>
        <div>
          <dt>Samples</dt>
          <dd>{run.stop?.saved ? `${count(wanted(run))} of ${count(run.samples)}` : count(run.samples)}</dd>
        </div>
        <div>
          <dt>Coverage</dt>
          <dd class={coverage(run) === 1 ? "" : "warn"}>{percent(coverage(run))}</dd>
        </div>
        <div>
          <dt>Spend</dt>
          <dd title={exact(run.cost.spend)}>{money(run.cost.spend)}</dd>
        </div>
        <div>
          <dt>Took</dt>
          <dd title={exactMoment(run.finishedAt)}>{took === undefined ? "–" : duration(took)}</dd>
        </div>
      </dl>
    </section>
  );
}

/** Only what the intervals say: apart, or not told apart. */
function Sentence({ run, report, name }: { run: RunView; report: Report; name?: string }) {
  const scored = report.leaderboard
    .map((row) => ({ model: row.model, metric: row.metrics.find((m) => m.metric === name) }))
    .filter((row): row is { model: string; metric: MetricValue } => row.metric?.value != null)
    .sort((a, b) => b.metric.value! - a.metric.value!);
  const [best, ...others] = scored;
  if (!best) {
    const refused = run.progress.refused > 0 ? ` ${plural(run.progress.refused, "sample was", "samples were")} refused.` : "";
    return (
      <p class="lead">
        {run.progress.answered > 0 ? "No answer could be scored, so there is no score." : NO_SCORE}
        {refused}
      </p>
    );
  }
  const { value, low, high } = best.metric;
  const asPercent = value! <= 1;
  const near = others.filter(({ metric }) => low == null || metric.high == null || metric.high >= low);
  return (
    <p class="lead">
      <b>{best.model}</b> {others.length > 0 ? "leads with" : "scores"}{" "}
      <b>
        {score(value, asPercent)}
        {asPercent ? " %" : ""}
      </b>
      {low != null && high != null ? ` (${score(low, asPercent)} to ${score(high, asPercent)})` : ""}
      {others.length === 0 ? "." : near.length === 0 ? "; its interval lies above all others." : overlap(near[0]!.model, near.length)}
    </p>
  );
}

function overlap(first: string, n: number): string {
  return `, not clearly apart from ${first}${n > 1 ? ` and ${n - 1} more` : ""}: the intervals overlap.`;
}
