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
export function frontier(points: ScatterPoint[], lowerIsBetter = false): ScatterPoint[] {
  const good = (p: ScatterPoint) => (lowerIsBetter ? -p.y : p.y);
  const sorted = [...points].sort((a, b) => a.x - b.x || good(b) - good(a));
  return sorted.filter((p, i) => sorted.slice(0, i).every((before) => good(before) < good(p)));
}

/** Where a label begins or ends beside its point, and how far above or below it, in pixels. */
export type Label = { align: "left" | "right" | "center"; dx: number; dy: number };

const GAP = 11;
const LONGEST_LABEL = 170;
const LINE_HEIGHT = 15;
const LETTER_WIDTH = 6.6;
/** The plot inside its axes, as near as it is known before it is drawn. */
const PLOT_HEIGHT = 240;
const AXIS_WIDTH = 56;

type Spot = { x: number; y: number; high: number; low: number };
type Box = { left: number; right: number; top: number; bottom: number };

/** How long a label may be before its end is cut: on a phone there is less room. */
export function labelWidth(plot: number): number {
  return Math.min(LONGEST_LABEL, plot * 0.36);
}

/** Tries the places around each point, best score first, and takes the first one that covers no label and no point. */
export function placeLabels(points: ScatterPoint[], x: Axis, y: Scale, width: number): Label[] {
  const plot = width - AXIS_WIDTH;
  const down = (value: number) => (1 - place(y, value) / 100) * PLOT_HEIGHT;
  const spots = points.map(
    (p): Spot => ({ x: ((x.to(p.x) - x.min) / (x.max - x.min)) * plot, y: down(p.y), high: down(p.high), low: down(p.low) }),
  );
  const taken = spots.map(
    (s): Box => ({ left: s.x - 6, right: s.x + 6, top: Math.min(s.high, s.y - 6), bottom: Math.max(s.low, s.y + 6) }),
  );
  const labels: Label[] = [];
  const order = points.map((_, i) => i).sort((a, b) => points[b]!.y - points[a]!.y);
  for (const i of order) {
    const spot = spots[i]!;
    const length = Math.min(points[i]!.model.length * LETTER_WIDTH, labelWidth(width));
    const inside = (label: Label) => {
      const box = boxOf(spot, label, length);
      return box.left > -AXIS_WIDTH && box.right < plot + 8 && box.top > -8 && box.bottom < PLOT_HEIGHT;
    };
    const free = (label: Label) => !taken.some((other) => overlap(boxOf(spot, label, length), other));
    const tries = placesAround(spot);
    const label = tries.find((one) => inside(one) && free(one)) ?? tries.find(inside) ?? tries[0]!;
    taken.push(boxOf(spot, label, length));
    labels[i] = label;
  }
  return labels;
}

/** Beside the point; above and below its interval; then ever further away from its middle. */
function placesAround(spot: Spot): Label[] {
  const beside = (dy: number): Label[] => [
    { align: "left", dx: GAP, dy },
    { align: "right", dx: -GAP, dy },
  ];
  const above = spot.high - spot.y - LINE_HEIGHT * 0.7;
  const below = spot.low - spot.y + LINE_HEIGHT * 0.8;
  return [
    ...beside(-9),
    ...beside(9),
    { align: "center", dx: 0, dy: below },
    { align: "center", dx: 0, dy: above },
    ...[-24, 24, -40, 40].flatMap(beside),
    { align: "center", dx: 0, dy: below + LINE_HEIGHT },
  ];
}

function boxOf({ x, y }: Spot, { align, dx, dy }: Label, length: number): Box {
  const share = { left: 0, center: 0.5, right: 1 }[align];
  const left = x + dx - share * length;
  return { left, right: left + length, top: y + dy - LINE_HEIGHT / 2, bottom: y + dy + LINE_HEIGHT / 2 };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
