import { useEffect, useRef, useState } from "preact/hooks";
import "./run.css";
import { useFollow } from "../api/live";
import { useResource } from "../api/resource";
import type { Report, RunView } from "../api/types";
import { go, link } from "../app/router";
import { announce } from "../parts/announce";
import { isFinal, percent, settled, titled, wanted } from "../parts/format";
import { Failure, Waiting } from "../parts/notice";
import { Banner } from "./banner";
import { Categories } from "./categories";
import { Facts } from "./facts";
import { Failures } from "./failures";
import { Gate } from "./gate";
import { RunHead } from "./head";
import { Judges } from "./judges";
import { Leaderboard } from "./leaderboard";
import { LivePanel } from "./live-panel";
import { Manifest } from "./manifest";
import { Plots } from "./plots";
import { Question } from "./question";
import { Spend } from "./spend";
import { Subgroups } from "./subgroups";
import { Variants } from "./variants";

const REPORT_PAUSE = 3_000;

/** One run: what it does now, what came out, and what it came from. */
export function RunPageView({ id, query }: { id: string; query: Record<string, string> }) {
  const first = useResource<RunView>(`/runs/${encodeURIComponent(id)}`);
  const [fresh, setFresh] = useState<RunView>();
  const run = fresh ?? first.data;
  const live = run !== undefined && !isFinal(run.state);
  const follows = first.data && !isFinal(first.data.state) ? `/runs/${encodeURIComponent(first.data.id)}/events` : undefined;
  const connection = useFollow(follows, setFresh);
  const report = useReport(run);

  useEffect(() => {
    document.title = run ? `${live ? `${percent(share(run))} ` : ""}${run.name} · Assay` : "Run · Assay";
  }, [run]);
  useProgressAnnouncements(run);

  if (!run) return first.error ? <Failure error={first.error} retry={first.reload} /> : <Waiting label="Fetching the run" rows={8} />;

  const metrics = report.data?.leaderboard[0]?.metrics.map((metric) => metric.metric) ?? [];
  const metric = query["metric"] && metrics.includes(query["metric"]) ? query["metric"] : metrics[0];
  const pick = (name: string) => go(link(["runs", id], { ...query, metric: name }), true);

  return (
    <div class="page run">
      <RunHead run={run} connection={live ? connection : undefined} onRun={setFresh} />
      <Banner run={run} report={report.data} />
      <Question run={run} report={report.data} />
      {live ? <LivePanel run={run} /> : <Facts run={run} report={report.data} metric={metric} />}
      {report.error && !report.data ? <Failure error={report.error} retry={report.reload} /> : null}
      {!report.data && report.loading ? <Waiting label="Fetching the report" rows={5} /> : null}
      {report.data && metric ? (
        <>
          <Leaderboard run={run} report={report.data} metric={metric} metrics={metrics} onMetric={pick} />
          {hasScores(report.data, metric) ? (
            <>
              <Plots run={run} report={report.data} metric={metric} />
              <Categories run={run} report={report.data} metric={metric} />
              <Subgroups run={run} report={report.data} metric={metric} />
              <Variants run={run} report={report.data} metric={metric} />
            </>
          ) : null}
          <Judges run={run} report={report.data} />
          {live ? null : <Gate run={run} report={report.data} metrics={metrics} metric={metric} />}
        </>
      ) : null}
      {live && report.data && !metric ? (
        <section class="block first-scores">
          <h2>Leaderboard</h2>
          <p class="quiet">The first scores stand here as soon as they are computed.</p>
        </section>
      ) : null}
      {(report.data && (metric || !live)) || report.error ? (
        <div class="columns">
          <div class="stack">
            <Failures run={run} report={report.data} />
            <Spend run={run} />
          </div>
          <Manifest run={run} report={report.data} />
        </div>
      ) : null}
    </div>
  );
}

function hasScores(report: Report, name: string): boolean {
  return report.leaderboard.some((row) => row.metrics.some((metric) => metric.metric === name && metric.value != null));
}

/** The report, fetched again while the run moves (at most every three seconds) and once more when it has ended. */
function useReport(run: RunView | undefined) {
  const report = useResource<Report>(run && `/runs/${encodeURIComponent(run.id)}/report`);
  const asked = useRef<{ at: number; as: string }>();
  const moved = run && [run.state, settled(run), run.progress.scored, run.progress.charged].join(" ");
  useEffect(() => {
    if (!moved) return undefined;
    if (asked.current === undefined || asked.current.as === moved) {
      asked.current ??= { at: Date.now(), as: moved };
      return undefined;
    }
    // A newer view comes twice a second: the due time is counted from the last fetch, so it is not pushed back.
    const wait = run && isFinal(run.state) ? 0 : Math.max(0, asked.current.at + REPORT_PAUSE - Date.now());
    const timer = window.setTimeout(() => {
      asked.current = { at: Date.now(), as: moved };
      report.reload();
    }, wait);
    return () => window.clearTimeout(timer);
  }, [moved]);
  return report;
}

function share(run: RunView): number {
  return wanted(run) === 0 ? 0 : settled(run) / wanted(run);
}

/** Every tenth of the way, and every change of state, is worth a sentence; each event is not. */
function useProgressAnnouncements(run: RunView | undefined) {
  const tenth = run ? Math.floor(share(run) * 10) : 0;
  useEffect(() => {
    if (!run) return;
    announce(isFinal(run.state) ? `The run is ${titled(run.state)}.` : `${titled(run.state)}, ${tenth * 10} percent done.`);
  }, [run?.state, tenth]);
}
