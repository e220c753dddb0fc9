import { score, significant } from "../parts/format";
import type { Comparison, ComparedSide } from "./types";

/** How this comparison's values are written: shares in percent and their differences in points, else as numbers. */
export type Figures = { asPercent: boolean; letters: Map<string, string> };

export function figuresOf(comparison: Comparison): Figures {
  return {
    asPercent: comparison.sides.every((side) => side.value == null || (side.value >= 0 && side.value <= 1)),
    letters: new Map(comparison.sides.map((side, i) => [side.side, String.fromCharCode(65 + i)])),
  };
}

export function valueText(value: number | undefined, figures: Figures): string {
  return value == null ? "–" : `${score(value, figures.asPercent)}${figures.asPercent ? " %" : ""}`;
}

/** With its sign; a true minus, so that columns align. */
export function differenceText(value: number, figures: Figures): string {
  const text = figures.asPercent ? Math.abs(value * 100).toFixed(1) : significant(Math.abs(value), 3);
  return `${value > 0 ? "+" : value < 0 ? "−" : ""}${text}`;
}

export function pText(p: number): string {
  return p < 0.0001 ? "< 0.0001" : p.toFixed(4);
}

export function unit(figures: Figures): string {
  return figures.asPercent ? "points" : "";
}

/** What people call a side: its model, and its run where several runs have that model. */
export function nameOf(side: ComparedSide, sides: ComparedSide[]): string {
  const alone = sides.filter((other) => other.model === side.model).length === 1;
  return alone ? side.model : `${side.model} · ${side.runName || side.run.slice(0, 6)}`;
}

/** Round ends around all intervals and 0, with a few round steps. */
export function axisOf(ends: number[]): { min: number; max: number; ticks: number[] } {
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  const rough = Math.max(high - low, 1e-9) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= rough)!;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(10)));
  return { min: ticks[0]!, max: ticks[ticks.length - 1]!, ticks };
}
