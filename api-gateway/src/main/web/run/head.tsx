import { useState } from "preact/hooks";
import { post } from "../api/client";
import type { Link } from "../api/live";
import { asApiError } from "../api/resource";
import type { RunView } from "../api/types";
import { link } from "../app/router";
import { announce } from "../parts/announce";
import { StateBadge } from "../parts/badge";
import { Copyable } from "../parts/copy";
import { ConfirmDialog } from "../parts/dialog";
import { count, exactMoment, isFinal, moment, plural, settled, timeOfDay, titled } from "../parts/format";
import { LinkState } from "../parts/link-state";
import { Export } from "./export";

type Props = { run: RunView; connection?: Link; onRun: (run: RunView) => void };

export function RunHead({ run, connection, onRun }: Props) {
  return (
    <header class="run-head">
      <p class="crumbs">
        <a href="#/runs">Runs</a>
        <span aria-hidden="true">/</span>
        <Copyable value={run.id} shown={`${run.id.slice(0, 6)}…${run.id.slice(-6)}`} label="run id" />
      </p>
      <div class="page-head">
        <h1>{run.name || run.id}</h1>
        <StateBadge state={run.state} />
        {connection ? <LinkState link={connection} /> : null}
        <span class="grow" />
        <Actions run={run} onRun={onRun} />
      </div>
      <p class="run-line">
        <span>
          {run.benchmark.name}
          {run.benchmark.version ? ` ${run.benchmark.version}` : ""}
        </span>
        <span>
          {plural(run.items, "item")} × {plural(run.models.length, "model")}
          {run.repeats > 1 ? ` × ${run.repeats} repeats` : ""}
        </span>
        <span>group {run.group}</span>
        <span title={exactMoment(run.submittedAt)}>submitted {moment(run.submittedAt)}</span>
        {tagsOf(run).map((tag) => (
          <span key={tag} class="chip">
            {tag}
          </span>
        ))}
      </p>
      {run.waits?.map((wait) => (
        <p key={wait.model} class="run-line" role="status">
          <span title={exactMoment(wait.until)}>
            {wait.model}: the provider asked to wait until {timeOfDay(wait.until)}
            {wait.failure ? ` (${titled(wait.failure).toLowerCase()})` : ""}
          </span>
        </p>
      ))}
    </header>
  );
}

function tagsOf(run: RunView): string[] {
  if (Array.isArray(run.tags)) return run.tags;
  return Object.entries(run.tags ?? {}).map(([name, value]) => (value ? `${name}: ${value}` : name));
}

type Command = "pause" | "resume" | "cancel";
const DONE: Record<Command, string> = { pause: "Pausing", resume: "Resuming", cancel: "Cancelling" };

function Actions({ run, onRun }: { run: RunView; onRun: (run: RunView) => void }) {
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState<Command>();
  const [problem, setProblem] = useState("");

  const order = (command: Command) => {
    setBusy(command);
    setProblem("");
    post<RunView>(`/runs/${encodeURIComponent(run.id)}/${command}`)
      .then(
        (view) => {
          announce(`${DONE[command]} ${run.name}`);
          onRun(view);
        },
        (cause: unknown) => setProblem(asApiError(cause).message),
      )
      .finally(() => {
        setBusy(undefined);
        setAsked(false);
      });
  };

  return (
    <div class="run-actions">
      {problem ? (
        <span class="problem" role="alert">
          {problem}
        </span>
      ) : null}
      {run.state === "RUNNING" || run.state === "PLANNING" ? (
        <button type="button" class="button" disabled={busy !== undefined} onClick={() => order("pause")}>
          Pause
        </button>
      ) : null}
      {run.state === "PAUSED" ? (
        <button type="button" class="button primary" disabled={busy !== undefined} onClick={() => order("resume")}>
          Resume
        </button>
      ) : null}
      {isFinal(run.state) ? null : (
        <button type="button" class="button danger-quiet" disabled={busy !== undefined} onClick={() => setAsked(true)}>
          Cancel
        </button>
      )}
      <a class="button" href={link(["runs", run.id, "samples"])}>
        Samples
      </a>
      <Export run={run} />
      {asked ? (
        <ConfirmDialog
          title={`Cancel ${run.name}?`}
          confirm="Cancel the run"
          danger
          busy={busy !== undefined}
          onConfirm={() => order("cancel")}
          onClose={() => setAsked(false)}
        >
          <p>
            {count(run.samples - settled(run))} of {count(run.samples)} samples have no outcome yet and will never get one. What
            was answered so far stays, is scored and paid for. A cancelled run cannot be resumed.
          </p>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
