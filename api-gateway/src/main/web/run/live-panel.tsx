import { useEffect, useState } from "preact/hooks";
import "./live.css";
import type { RunView } from "../api/types";
import { ModelName } from "../parts/badge";
import { count, duration, exact, money, percent, score, settled, significant, wanted } from "../parts/format";
import { OutcomeLegend, ProgressBar } from "../parts/progress";
import { STATE_MEANS } from "../parts/words";
import { usePace } from "./rate";
import { SpendBar } from "./spend";

/** What a run does at this moment. Every figure keeps its place while it changes. */
export function LivePanel({ run }: { run: RunView }) {
  const done = settled(run);
  const { perSecond, leftMs } = usePace(run);
  const elapsed = useElapsed(run.startedAt);
  return (
    <section class="panel live" aria-label="Progress">
      <div class="live-main">
        <p class="live-figure">
          <b>{percent(wanted(run) ? done / wanted(run) : 0)}</b>
          <span>
            {count(done)} of {count(wanted(run))} samples
          </span>
        </p>
        <dl class="live-facts">
          <Fact name="Left" value={leftText(run, leftMs)} />
          <Fact name="Pace" value={perSecond === undefined ? "–" : `${significant(perSecond)}/s`} />
          <Fact name="Running for" value={elapsed === undefined ? "–" : duration(elapsed)} />
        </dl>
      </div>
      <ProgressBar of={wanted(run)} done={run.progress} label="Samples with an outcome" />
      <OutcomeLegend done={run.progress} />
      {run.state === "RUNNING" ? null : <p class="quiet">{STATE_MEANS[run.state]}</p>}
      <SpendBar run={run} />
      <ModelRows run={run} />
    </section>
  );
}

function ModelRows({ run }: { run: RunView }) {
  return (
    <ul class="live-models" aria-label="Progress per model">
      {run.perModel.map((entry) => (
        <li key={entry.model}>
          <ModelName model={entry.model} index={run.models.indexOf(entry.model)} />
          <ProgressBar of={entry.samples} done={entry} label={`Progress of ${entry.model}`} />
          <span class="num count">
            {count(entry.answered + entry.refused + entry.failed)} <small>/ {count(entry.samples)}</small>
          </span>
          <span class="num value">
            {entry.value == null ? (
              "–"
            ) : (
              <>
                <b>{score(entry.value, entry.value <= 1)}</b>
                {entry.low != null && entry.high != null ? (
                  <small>
                    {" "}
                    {score(entry.low, entry.value <= 1)}–{score(entry.high, entry.value <= 1)}
                  </small>
                ) : null}
              </>
            )}
          </span>
          <span class="num cost" title={exact(entry.cost)}>
            {money(entry.cost)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function leftText(run: RunView, leftMs: number | undefined): string {
  if (run.state === "PAUSED") return "paused";
  if (run.state === "FINISHING") return "finishing";
  // What is left cannot be told from the pace then; the head says what is waited for.
  if (run.waits) return "waiting";
  if (leftMs === undefined || !Number.isFinite(leftMs)) return "–";
  return `about ${duration(leftMs)}`;
}

function useElapsed(startedAt: string | null | undefined): number | undefined {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), 1_000);
    return () => window.clearInterval(timer);
  }, []);
  return startedAt ? Math.max(0, now - Date.parse(startedAt)) : undefined;
}
