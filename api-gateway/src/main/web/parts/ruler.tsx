import type { MetricValue } from "../api/types";
import { count, percent, score } from "./format";
import { place, tickText, type Scale } from "./scale";

/** The head of a column of rulers: their common axis. */
export function RulerAxis({ scale }: { scale: Scale }) {
  return (
    <span class="ruler-axis" aria-hidden="true">
      {scale.ticks.map((tick) => (
        <span key={tick} style={{ left: `${place(scale, tick)}%` }}>
          {tickText(scale, tick)}
        </span>
      ))}
    </span>
  );
}

/**
 * A value with its interval (line), its point (dot), and the bounds (pale band) between which the value would lie if all
 * missing samples were scored worst or best.
 */
export function Ruler({ metric, scale, hue }: { metric: MetricValue; scale: Scale; hue: number }) {
  const { value, low, high, boundLow, boundHigh } = metric;
  if (value == null) return <span class="ruler ruler-none">no score</span>;
  const words = describe(metric, scale);
  const span = (from: number, to: number) => {
    const left = place(scale, from);
    return { left: `${left}%`, width: `${place(scale, to) - left}%` };
  };
  return (
    <span class={`ruler hue-${hue % 8}`} tabIndex={0} role="img" aria-label={words.join(", ")}>
      {scale.ticks.map((tick) => (
        <i key={tick} class="tick" style={{ left: `${place(scale, tick)}%` }} />
      ))}
      {boundLow != null && boundHigh != null ? <i class="bounds" style={span(boundLow, boundHigh)} /> : null}
      {low != null && high != null ? <i class="whisker" style={span(low, high)} /> : null}
      <i class="point" style={{ left: `${place(scale, value)}%` }} />
      <span class="tip" aria-hidden="true">
        {words.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </span>
    </span>
  );
}

function describe(metric: MetricValue, scale: Scale): string[] {
  const show = (v: number | null | undefined) => score(v, scale.asPercent) + (scale.asPercent ? " %" : "");
  const lines = [`${metric.metric}: ${show(metric.value)}`];
  if (metric.low != null && metric.high != null) {
    lines.push(`interval ${show(metric.low)} to ${show(metric.high)}${metric.interval ? ` (${metric.interval})` : ""}`);
  }
  if (metric.coverage < 1 && metric.boundLow != null && metric.boundHigh != null) {
    lines.push(`all missing wrong ${show(metric.boundLow)}, all right ${show(metric.boundHigh)}`);
  }
  lines.push(`${count(metric.answered)} of ${count(metric.samples)} answered (${percent(metric.coverage)})`);
  if (metric.unscored) lines.push(`${count(metric.unscored)} could not be scored`);
  if (metric.lowerIsBetter) lines.push("lower is better");
  if (metric.unextracted > 0) lines.push(`${count(metric.unextracted)} without an extractable answer, scored as wrong`);
  return lines;
}
