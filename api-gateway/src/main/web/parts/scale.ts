/** An axis for scores: round ends that hold all values, and round steps between them. */
export type Scale = { min: number; max: number; ticks: number[]; asPercent: boolean };

const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5];

export function scaleOf(values: (number | null | undefined)[], wanted = 4): Scale {
  const known = values.filter((v): v is number => v != null && Number.isFinite(v));
  if (known.length === 0) return { min: 0, max: 1, ticks: [0, 0.25, 0.5, 0.75, 1], asPercent: true };
  const low = Math.min(...known);
  const high = Math.max(...known);
  const asPercent = low >= 0 && high <= 1;
  const span = Math.max(high - low, asPercent ? 0.02 : Math.abs(high) * 0.05 || 1);
  const step = asPercent
    ? (STEPS.find((s) => span / s <= wanted) ?? 0.5)
    : 10 ** Math.ceil(Math.log10(span / wanted));
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toFixed(6)));
  return { min: ticks[0]!, max: ticks[ticks.length - 1]!, ticks, asPercent };
}

/** Orders what has a value: the better one first, and those without one last. */
export function bestFirst(a: Ranked | undefined, b: Ranked | undefined): number {
  if (a?.value == null || b?.value == null) return Number(a?.value == null) - Number(b?.value == null);
  return a.lowerIsBetter ? a.value - b.value : b.value - a.value;
}

type Ranked = { value?: number | null; lowerIsBetter?: boolean };

/** Where a value stands on the axis, in percent of its length; outside values stick to the ends. */
export function place(scale: Scale, value: number): number {
  const share = (value - scale.min) / (scale.max - scale.min);
  return Math.min(1, Math.max(0, share)) * 100;
}

export function tickText(scale: Scale, tick: number): string {
  return scale.asPercent ? String(Number((tick * 100).toFixed(2))) : String(tick);
}
