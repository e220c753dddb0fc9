import type { Progress } from "../api/types";
import { count } from "./format";

type Counted = Pick<Progress, "answered" | "refused" | "failed"> & { cancelled?: number };

/** A bar whose parts are outcomes; what is not settled yet is the empty rest. */
export function ProgressBar({ of, done, label }: { of: number; done: Counted; label: string }) {
  const parts: [string, number][] = [
    ["answered", done.answered],
    ["refused", done.refused],
    ["failed", done.failed],
    ["cancelled", done.cancelled ?? 0],
  ];
  const settled = parts.reduce((sum, [, n]) => sum + n, 0);
  return (
    <span
      class="bar"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={settled}
      aria-valuetext={`${count(settled)} of ${count(of)}`}
    >
      {parts.map(([name, n]) => (
        <i key={name} class={name} style={{ width: `${of ? (n / of) * 100 : 0}%` }} />
      ))}
    </span>
  );
}

export function OutcomeLegend({ done }: { done: Counted }) {
  const parts: [string, number][] = [
    ["answered", done.answered],
    ["refused", done.refused],
    ["failed", done.failed],
    ["cancelled", done.cancelled ?? 0],
  ];
  return (
    <ul class="bar-legend">
      {parts
        .filter(([name, n]) => n > 0 || name === "answered")
        .map(([name, n]) => (
          <li key={name} class={name}>
            <b>{count(n)}</b> {name}
          </li>
        ))}
    </ul>
  );
}
