import { useRef } from "preact/hooks";
import type { RunView } from "../api/types";
import { settled, wanted } from "../parts/format";

type Seen = { at: number; done: number };
const WINDOW_MS = 15_000;

export type Pace = { perSecond?: number; leftMs?: number };

/** The pace of the last fifteen seconds, and the time left if it holds; unknown until two views were seen. */
export function usePace(run: RunView): Pace {
  const seen = useRef<Seen[]>([]);
  const done = settled(run);
  const now = Date.now();
  const last = seen.current[seen.current.length - 1];
  if (!last || last.done !== done) {
    seen.current = [...seen.current.filter((s) => now - s.at < WINDOW_MS), { at: now, done }];
  }
  return pace(seen.current, run, now);
}

function pace(seen: Seen[], run: RunView, now: number): Pace {
  const first = seen[0];
  const last = seen[seen.length - 1];
  if (run.state !== "RUNNING" || !first || !last) return {};
  const recent = last.at > first.at ? ((last.done - first.done) / (last.at - first.at)) * 1_000 : undefined;
  const sinceStart = run.startedAt ? (last.done / Math.max(1, now - Date.parse(run.startedAt))) * 1_000 : undefined;
  const perSecond = recent ?? sinceStart;
  if (!perSecond) return {};
  return { perSecond, leftMs: ((wanted(run) - last.done) / perSecond) * 1_000 };
}
