import type { Money, RunState, RunView } from "../api/types";

const NONE = "–";
const whole = new Intl.NumberFormat("en");

export function count(n: number | null | undefined): string {
  return n == null ? NONE : whole.format(n);
}

export function plural(n: number, one: string, many = `${one}s`): string {
  return `${whole.format(n)} ${n === 1 ? one : many}`;
}

/** 0.8423 as 84.2 %. What is less than all never reads as 100 %, what is more than nothing never as 0 %. */
export function percent(share: number | null | undefined): string {
  if (share == null) return NONE;
  if (share === 0 || share === 1) return `${share * 100} %`;
  if (share < 0.001) return "< 0.1 %";
  if (share > 0.999 && share < 1) return "> 99.9 %";
  return `${(share * 100).toFixed(1)} %`;
}

/** A metric's value: a share as percent, anything else with four significant digits. */
export function score(value: number | null | undefined, asPercent: boolean): string {
  if (value == null) return NONE;
  return asPercent ? (value * 100).toFixed(1) : significant(value, 4);
}

export function significant(value: number, digits = 3): string {
  return new Intl.NumberFormat("en", { maximumSignificantDigits: digits }).format(value);
}

/** An amount to read: two decimals from a unit on, three significant digits below. The exact one belongs into a title. */
export function money(value: Money | null | undefined): string {
  if (!value) return NONE;
  const amount = Number(value.amount);
  const size = Math.abs(amount);
  const decimals = size >= 1 || size === 0 ? 2 : 2 - Math.floor(Math.log10(size));
  return new Intl.NumberFormat("en", {
    style: "currency",
    currency: value.currency,
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: 2,
    maximumFractionDigits: Math.min(decimals, 12),
  }).format(amount);
}

export function exact(value: Money | null | undefined): string | undefined {
  return value ? `${value.amount} ${value.currency}` : undefined;
}

export function milliseconds(ms: number | null | undefined): string {
  if (ms == null) return NONE;
  if (ms === 0) return "0";
  if (ms < 1) return "< 1 ms";
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  return `${significant(ms / 1_000, 3)} s`;
}

/** A span to read at a glance: 8 s, 4 min 10 s, 2 h 5 min, 3 d 4 h. */
export function duration(ms: number): string {
  const s = Math.max(0, Math.round(ms / 1_000));
  if (s < 60) return `${s} s`;
  const steps: [number, string, number, string][] = [
    [3_600, "min", 60, "s"],
    [86_400, "h", 3_600, "min"],
    [Infinity, "d", 86_400, "h"],
  ];
  const [, unit, size, small] = steps.find(([end]) => s < end)!;
  const smallSize = { s: 1, min: 60, h: 3_600 }[small]!;
  const rest = Math.floor((s % size) / smallSize);
  return rest ? `${Math.floor(s / size)} ${unit} ${rest} ${small}` : `${Math.floor(s / size)} ${unit}`;
}

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });
const full = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "long" });

export function moment(iso: string | null | undefined, now = Date.now()): string {
  if (!iso) return NONE;
  const at = new Date(iso);
  const ago = now - at.getTime();
  if (ago < 60_000) return "just now";
  if (ago < 3_600_000) return `${Math.floor(ago / 60_000)} min ago`;
  return new Date(now).toDateString() === at.toDateString() ? clock.format(at) : `${day.format(at)}, ${clock.format(at)}`;
}

/** A time of day that is at most a day away. */
export function timeOfDay(iso: string): string {
  return clock.format(new Date(iso));
}

export function exactMoment(iso: string | null | undefined): string | undefined {
  return iso ? full.format(new Date(iso)) : undefined;
}

const FINAL: RunState[] = ["COMPLETE", "PARTIAL", "FAILED", "CANCELLED"];

export function isFinal(state: RunState): boolean {
  return FINAL.includes(state);
}

/** How many samples have their outcome. */
export function settled(run: RunView): number {
  const { answered, refused, failed, cancelled } = run.progress;
  return answered + refused + failed + cancelled;
}

/** How many samples the run asks: all that were planned, but those that a question's answer has made needless. */
export function wanted(run: RunView): number {
  return run.samples - (run.stop?.saved ?? 0);
}

export function coverage(run: RunView): number | null {
  return wanted(run) === 0 ? null : run.progress.answered / wanted(run);
}

export function shortHash(hash: string): string {
  return hash.replace(/^sha256:/, "").slice(0, 12);
}

export function titled(text: string): string {
  const words = text.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
