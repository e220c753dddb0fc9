import type { LeaderboardRow, MetricValue, Report, RunView, Timing } from "../api/types";
import { link } from "../app/router";
import { ModelName } from "../parts/badge";
import { count, exact, isFinal, milliseconds, money, percent, score } from "../parts/format";
import { Ruler, RulerAxis } from "../parts/ruler";
import { bestFirst, scaleOf, type Scale } from "../parts/scale";
import { NOT_DECIDED } from "../parts/words";
import { BoardLink } from "./judges";

type Props = { run: RunView; report: Report; metric: string; metrics: string[]; onMetric: (name: string) => void };

/** The models by score; every row carries what one has to know to believe it. */
export function Leaderboard({ run, report, metric, metrics, onMetric }: Props) {
  const over = isFinal(run.state);
  const rows = report.leaderboard
    .map((row) => ({ row, metric: shown(row.metrics.find((m) => m.metric === metric), over) }))
    .sort((a, b) => bestFirst(a.metric, b.metric));
  const scale = scaleFor(rows.map((r) => r.metric));
  return (
    <section class="block" aria-labelledby="leaderboard-title">
      <div class="block-head">
        <h2 id="leaderboard-title">Leaderboard</h2>
        {over ? null : <span class="quiet small">so far</span>}
        <span class="grow" />
        <MetricTabs metrics={metrics} metric={metric} onMetric={onMetric} />
        {run.models.length > 1 ? (
          <a class="button small" href={link(["compare"], { sides: run.id, metric })}>
            Compare models
          </a>
        ) : null}
        {report.judges?.some((judge) => judge.pairs) ? <BoardLink run={run} /> : null}
      </div>
      <table class="grid leaderboard" role="table">
        <caption class="sr">Models by {metric}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader">Model</th>
            <th role="columnheader" class="num">
              {metric}
              {rows.some((r) => r.metric?.lowerIsBetter) ? <small>lower is better</small> : null}
            </th>
            <th role="columnheader" class="ruler-cell">
              <span class="sr">Interval and bounds</span>
              <RulerAxis scale={scale} />
            </th>
            <th role="columnheader" class="num">
              Coverage
            </th>
            <th role="columnheader" class="num">
              Cost
            </th>
            <th role="columnheader" class="num">
              Per correct
            </th>
            <th role="columnheader" class="num">
              Latency p50
            </th>
            <th role="columnheader" class="num">
              p95
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ row, metric: value }, i) => (
            <Row
              key={row.model}
              place={i + 1}
              row={row}
              metric={value}
              scale={scale}
              hue={run.models.indexOf(row.model)}
              timing={report.timing.find((t) => t.model === row.model)}
              over={over}
            />
          ))}
        </tbody>
      </table>
      {rows.some(({ metric: m }) => m?.value != null) ? (
        <p class="quiet small legend-line">
          <span class="key-whisker" aria-hidden="true" /> 95 % interval.{" "}
          {over && rows.some(({ metric: m }) => m?.value != null && m.coverage < 1 && m.boundLow != null) ? (
            <>
              <span class="key-bounds" aria-hidden="true" /> bounds if all missing samples were wrong or right.{" "}
            </>
          ) : null}
          {rows.length > 1 ? NOT_DECIDED : ""}
        </p>
      ) : null}
    </section>
  );
}

type RowProps = { place: number; row: LeaderboardRow; metric?: MetricValue; scale: Scale; hue: number; timing?: Timing; over: boolean };

function Row({ place, row, metric, scale, hue, timing, over }: RowProps) {
  const unpriced = row.cost?.unpriced ?? 0;
  return (
    <tr role="row">
      <td role="cell" class="lb-model">
        <span>
          <span class="lb-place">{metric?.value == null ? "–" : place}</span>
          <ModelName model={row.model} index={hue} />
        </span>
      </td>
      <td role="cell" class="num lb-value">
        <b>{score(metric?.value, scale.asPercent)}</b>
        {metric?.low != null && metric.high != null ? (
          <small>
            {score(metric.low, scale.asPercent)}–{score(metric.high, scale.asPercent)}
          </small>
        ) : null}
      </td>
      <td role="cell" class="ruler-cell">{metric ? <Ruler metric={metric} scale={scale} hue={hue} /> : null}</td>
      <td role="cell" class="num" data-name="Coverage">
        <span class={over && metric && metric.coverage < 1 ? "warn" : ""}>{percent(metric?.coverage)}</span>
        {metric?.unscored ? <small class="warn">{count(metric.unscored)} not scored</small> : null}
        {metric && metric.unextracted > 0 ? <small>{count(metric.unextracted)} not extracted</small> : null}
      </td>
      <td role="cell" class="num" data-name="Cost" title={exact(row.cost?.total)}>
        <span>
          {money(row.cost?.total)}
          {unpriced > 0 ? <abbr title={`${count(unpriced)} calls have no price`}> +?</abbr> : null}
        </span>
        {row.cost?.outputTokens == null ? null : <small>{count(row.cost.outputTokens)} tokens out</small>}
      </td>
      <td role="cell" class="num" data-name="Per correct" title={exact(row.cost?.perCorrect)}>
        {money(row.cost?.perCorrect)}
      </td>
      <td role="cell" class="num" data-name="Latency p50">
        <span>{milliseconds(timing?.totalMs?.p50)}</span>
        {timing?.ttftMs ? <small>first token {milliseconds(timing.ttftMs.p50)}</small> : null}
      </td>
      <td role="cell" class="num" data-name="p95">
        {milliseconds(timing?.totalMs?.p95)}
      </td>
    </tr>
  );
}

type TabsProps = { metrics: string[]; metric: string; onMetric: (name: string) => void };

function MetricTabs({ metrics, metric, onMetric }: TabsProps) {
  if (metrics.length < 2) return null;
  return (
    <div class="segments" role="group" aria-label="Metric">
      {metrics.map((name) => (
        <button key={name} type="button" aria-pressed={name === metric} onClick={() => onMetric(name)}>
          {name}
        </button>
      ))}
    </div>
  );
}

/** While a run goes on, most samples are not missing but still to come: bounds would say nothing yet. */
function shown(metric: MetricValue | undefined, over: boolean): MetricValue | undefined {
  return over || !metric ? metric : { ...metric, boundLow: null, boundHigh: null };
}

/** Holds intervals always, and bounds where something is missing. */
function scaleFor(metrics: (MetricValue | undefined)[]): Scale {
  return scaleOf(
    metrics.flatMap((m) => (m?.value == null ? [] : [m.value, m.low, m.high, ...(m.coverage < 1 ? [m.boundLow, m.boundHigh] : [])])),
  );
}
