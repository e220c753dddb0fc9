import { count } from "../parts/format";
import { axisOf, differenceText, pText, unit, type Figures } from "./figures";
import type { Difference } from "./types";

type Axis = ReturnType<typeof axisOf>;
type Row = { key: string; name: string; detail?: string; items: number; hue: number; difference?: Difference; on?: boolean };
type Props = {
  caption: string;
  first: string;
  rows: Row[];
  figures: Figures;
  confidence: number;
  lowerIsBetter: boolean;
  onPick?: (key: string) => void;
};

/** Differences with their intervals on one axis, around a line at no difference; the table beside it has the figures. */
export function DifferencePlot({ caption, first, rows, figures, confidence, lowerIsBetter, onPick }: Props) {
  const axis = axisOf(rows.flatMap((row) => (row.difference ? [row.difference.low, row.difference.high] : [])));
  return (
    <table class="grid differences" role="table">
      <caption class="sr">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader">{first}</th>
          <th role="columnheader" class="num">
            Difference
            {figures.asPercent ? <small>{unit(figures)}</small> : null}
          </th>
          <th role="columnheader" class="ruler-cell">
            <span class="sr">{confidence * 100} % interval</span>
            <AxisHead axis={axis} figures={figures} lowerIsBetter={lowerIsBetter} />
          </th>
          <th role="columnheader" class="num">
            p<small>corrected</small>
          </th>
          <th role="columnheader" class="num">
            Items
          </th>
          <th role="columnheader" class="num">
            Better on
          </th>
          <th role="columnheader" class="num">
            Worse on
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <PlotRow key={row.key} row={row} axis={axis} figures={figures} onPick={onPick} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { row: Row; axis: Axis; figures: Figures; onPick?: (key: string) => void };

function PlotRow({ row, axis, figures, onPick }: RowProps) {
  const d = row.difference;
  return (
    <tr role="row" class={row.on ? "on" : undefined}>
      <td role="cell" class="df-name">
        {onPick ? (
          <button type="button" class="as-link" aria-pressed={row.on} onClick={() => onPick(row.key)}>
            {row.name}
          </button>
        ) : (
          <span>{row.name}</span>
        )}
        {row.detail ? <small>{row.detail}</small> : null}
      </td>
      <td role="cell" class="num df-value">
        {d ? <b>{differenceText(d.difference, figures)}</b> : "–"}
        {d ? (
          <small>
            {differenceText(d.low, figures)} to {differenceText(d.high, figures)}
          </small>
        ) : null}
      </td>
      <td role="cell" class="ruler-cell">
        {d ? <DifferenceRuler difference={d} axis={axis} figures={figures} hue={row.hue} /> : <span class="ruler ruler-none">too few items</span>}
      </td>
      <td role="cell" class="num" data-name="p, corrected">
        <span title={d ? `${d.test}: ${pText(d.p)}` : undefined}>{d ? pText(d.adjustedP) : "–"}</span>
      </td>
      <td role="cell" class="num" data-name="Items">
        {count(row.items)}
      </td>
      <td role="cell" class="num" data-name="Better on">
        {d ? count(d.improved) : "–"}
      </td>
      <td role="cell" class="num" data-name="Worse on">
        {d ? count(d.worsened) : "–"}
      </td>
    </tr>
  );
}

function at(axis: Axis, value: number): number {
  return (Math.min(1, Math.max(0, (value - axis.min) / (axis.max - axis.min))) * 100);
}

function AxisHead({ axis, figures, lowerIsBetter }: { axis: Axis; figures: Figures; lowerIsBetter: boolean }) {
  return (
    <span class="ruler-axis" aria-hidden="true" title={lowerIsBetter ? "Lower is better" : "Higher is better"}>
      {axis.ticks.map((tick) => (
        <span key={tick} style={{ left: `${at(axis, tick)}%` }}>
          {tick === 0 ? "0" : differenceText(tick, figures).replace(/\.0$/, "")}
        </span>
      ))}
    </span>
  );
}

type RulerProps = { difference: Difference; axis: Axis; figures: Figures; hue: number };

function DifferenceRuler({ difference: d, axis, figures, hue }: RulerProps) {
  const words = [
    `difference ${differenceText(d.difference, figures)} ${unit(figures)}`.trim(),
    `interval ${differenceText(d.low, figures)} to ${differenceText(d.high, figures)} (${d.interval})`,
    `${d.test} p ${pText(d.p)}, corrected ${pText(d.adjustedP)}`,
  ];
  if (!d.better && d.detectable) words.push(`would show a difference of ${differenceText(d.detectable, figures).slice(1)}`);
  const left = at(axis, d.low);
  return (
    <span class={`ruler hue-${hue % 8}`} tabIndex={0} role="img" aria-label={words.join(", ")}>
      {axis.ticks.map((tick) => (
        <i key={tick} class={tick === 0 ? "tick zero" : "tick"} style={{ left: `${at(axis, tick)}%` }} />
      ))}
      <i class="whisker" style={{ left: `${left}%`, width: `${at(axis, d.high) - left}%` }} />
      <i class="point" style={{ left: `${at(axis, d.difference)}%` }} />
      <span class="tip" aria-hidden="true">
        {words.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </span>
    </span>
  );
}
