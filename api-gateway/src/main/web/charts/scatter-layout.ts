import { place, type Scale } from "../parts/scale";
import type { ScatterPoint } from "./scatter";

/** A horizontal axis for amounts: from nothing, or logarithmic if the largest is many times the smallest. */
export type Axis = { min: number; max: number; ticks: number[]; log: boolean; to: (x: number) => number; back: (v: number) => number };

const LOG_FROM_RATIO = 12;

export function axisOf(values: number[], wanted: number): Axis {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return low > 0 && high / low > LOG_FROM_RATIO ? logAxis(low, high, wanted) : linearAxis(high, wanted);
}

function linearAxis(high: number, wanted: number): Axis {
  const top = high > 0 ? high * 1.1 : 1;
  const power = 10 ** Math.floor(Math.log10(top / wanted));
  const step = [1, 2, 2.5, 5, 10].map((m) => m * power).find((s) => top / s <= wanted)!;
  const ticks = Array.from({ length: Math.floor(top / step + 1e-9) + 1 }, (_, i) => i * step);
  return { min: 0, max: top, ticks, log: false, to: (x) => x, back: (v) => v };
}

function logAxis(low: number, high: number, wanted: number): Axis {
  const min = Math.log10(low / 1.5);
  const max = Math.log10(high * 1.5);
  const marks = (factors: number[]) => {
    const found: number[] = [];
    for (let p = Math.floor(min); p <= max; p++) {
      for (const f of factors) {
        const v = p + Math.log10(f);
        if (v >= min && v <= max) found.push(v);
      }
    }
    return found;
  };
  const ticks = [[1, 2, 5], [1, 3], [1]].map(marks).find((found) => found.length <= wanted + 1) ?? marks([1]);
  return { min, max, ticks, log: true, to: Math.log10, back: (v) => 10 ** v };
}

/** Those that no other point beats in both directions: cheaper or faster, and better. By x. */
export function frontier(points: ScatterPoint[]): ScatterPoint[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || b.y - a.y);
  return sorted.filter((p, i) => sorted.slice(0, i).every((before) => before.y < p.y));
}

/** On which side of its point a label stands, and how far above or below its middle, in pixels. */
export type Label = { left: boolean; shift: number };

export const LABEL_GAP = 11;
export const LABEL_WIDTH = 170;
const LINE_HEIGHT = 15;
const LETTER_WIDTH = 6.6;
/** The plot inside its axes, as near as it is known before it is drawn. */
const PLOT_HEIGHT = 240;
const AXIS_WIDTH = 56;

type Box = { left: number; right: number; top: number; bottom: number };

/** Tries the places around each point, best score first, and takes the first one that covers no label and no point. */
export function placeLabels(points: ScatterPoint[], x: Axis, y: Scale, width: number): Label[] {
  const plot = width - AXIS_WIDTH;
  const at = (p: ScatterPoint) => ({
    x: ((x.to(p.x) - x.min) / (x.max - x.min)) * plot,
    y: (1 - place(y, p.y) / 100) * PLOT_HEIGHT,
  });
  const taken: Box[] = points.map((p) => around(at(p), at({ ...p, y: p.high }).y, at({ ...p, y: p.low }).y));
  const labels: Label[] = [];
  const order = points.map((_, i) => i).sort((a, b) => points[b]!.y - points[a]!.y);
  for (const i of order) {
    const p = at(points[i]!);
    const length = Math.min(points[i]!.model.length * LETTER_WIDTH, LABEL_WIDTH);
    const tries = [-9, 9, -24, 24, -40, 40, -56, 56].flatMap((shift) => [
      { left: false, shift },
      { left: true, shift },
    ]);
    const fits = (label: Label) => {
      const box = boxOf(p, label, length);
      return box.left > -AXIS_WIDTH && box.right < plot + 8 && !taken.some((other) => overlap(box, other));
    };
    const label = tries.find(fits) ?? tries[0]!;
    taken.push(boxOf(p, label, length));
    labels[i] = label;
  }
  return labels;
}

/** A point with its interval. */
function around({ x, y }: { x: number; y: number }, high: number, low: number): Box {
  return { left: x - 6, right: x + 6, top: Math.min(high, y - 6), bottom: Math.max(low, y + 6) };
}

function boxOf({ x, y }: { x: number; y: number }, { left, shift }: Label, length: number): Box {
  const middle = y + shift;
  return {
    left: left ? x - LABEL_GAP - length : x + LABEL_GAP,
    right: left ? x - LABEL_GAP : x + LABEL_GAP + length,
    top: middle - LINE_HEIGHT / 2,
    bottom: middle + LINE_HEIGHT / 2,
  };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
