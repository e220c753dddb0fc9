import type { Report, RunView } from "../api/types";
import { Notice } from "../parts/notice";
import { count, coverage, percent, titled, wanted } from "../parts/format";
import { FAILURE_MEANS, NO_SCORE } from "../parts/words";

/** Says why a run is not complete, and what that means for its numbers. */
export function Banner({ run, report }: { run: RunView; report?: Report }) {
  const missing = wanted(run) - run.progress.answered - run.progress.refused;
  const why = run.reason ? <p>{run.reason}</p> : <MainCause report={report} />;
  switch (run.state) {
    case "PARTIAL":
      return (
        <Notice tone="warn" title={`Partial: ${count(missing)} of ${count(wanted(run))} samples have no answer`}>
          {why}
          {run.progress.answered === 0 ? (
            <p>{NO_SCORE}</p>
          ) : (
            <p>
              Scores are means over the {count(run.progress.answered)} answered samples (coverage {percent(coverage(run))}). The
              pale band beside each score shows where it would lie if every missing sample were wrong, or right. Errors are never
              counted as wrong answers.
            </p>
          )}
        </Notice>
      );
    case "FAILED":
      return (
        <Notice tone="bad" title="Failed: the run was stopped, since every further sample would have failed too">
          {why}
          <p>
            {run.progress.answered === 0
              ? NO_SCORE
              : `${count(run.progress.answered)} samples were answered before; their scores are shown with the coverage they have.`}{" "}
            Put the cause right and submit the run again.
          </p>
        </Notice>
      );
    case "CANCELLED":
      return (
        <Notice
          tone="info"
          title={
            run.progress.answered === 0
              ? "Cancelled before any sample was answered"
              : `Cancelled with ${percent(coverage(run))} of the samples answered`
          }
        >
          {run.reason ? <p>{run.reason}</p> : null}
          {run.progress.answered === 0 ? null : (
            <p>What was answered until then is scored and stays. Items are asked in a seeded random order, so it is a fair sample.</p>
          )}
        </Notice>
      );
    case "PAUSED":
      return (
        <Notice tone="info" title="Paused">
          {run.reason ? <p>{run.reason}</p> : null}
          <p>Calls that were in flight still end and are counted. Nothing new is sent until the run is resumed.</p>
        </Notice>
      );
    default:
      return null;
  }
}

function MainCause({ report }: { report?: Report }) {
  const kinds = new Map<string, number>();
  for (const row of report?.leaderboard ?? []) {
    for (const [kind, n] of Object.entries(row.failures ?? {})) kinds.set(kind, (kinds.get(kind) ?? 0) + n);
  }
  const [first] = [...kinds].sort((a, b) => b[1] - a[1]);
  if (!first) return null;
  return (
    <p>
      Most frequent cause: {titled(first[0])} ({count(first[1])}). {FAILURE_MEANS[first[0]]}
    </p>
  );
}
