import type { ModelProgress, RunView } from "../api/types";
import { go, link } from "../app/router";
import { ModelName, StateBadge } from "../parts/badge";
import { count, coverage, exact, exactMoment, isFinal, moment, money, percent, score, settled, wanted } from "../parts/format";
import { ProgressBar } from "../parts/progress";
import { bestFirst } from "../parts/scale";

const SHOWN_MODELS = 3;

type Props = { runs: RunView[]; marked: string[]; onMark: (id: string) => void };

export function RunTable({ runs, marked, onMark }: Props) {
  return (
    <table class="grid runs" role="table">
      <caption class="sr">Runs, newest first</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" class="run-mark">
            <span class="sr">Mark to compare</span>
          </th>
          <th role="columnheader">Run</th>
          <th role="columnheader">State</th>
          <th role="columnheader">Models and scores</th>
          <th role="columnheader" class="num">
            Coverage
          </th>
          <th role="columnheader" class="num">
            Cost
          </th>
          <th role="columnheader" class="num">
            Started
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {runs.map((run) => (
          <Row key={run.id} run={run} marked={marked.includes(run.id)} onMark={() => onMark(run.id)} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ run, marked, onMark }: { run: RunView; marked: boolean; onMark: () => void }) {
  const to = link(["runs", run.id]);
  const started = run.startedAt ?? run.submittedAt;
  const follow = (event: MouseEvent) => {
    // The name is the link; the row is only a larger target for the mouse. Selecting text is not clicking.
    const onLink = event.target instanceof Element && event.target.closest("a, button, label, input");
    if (!onLink && !getSelection()?.toString()) go(to);
  };
  return (
    <tr role="row" onClick={follow}>
      <td role="cell" class="run-mark">
        <label title="Mark to compare">
          <input type="checkbox" checked={marked} onChange={onMark} aria-label={`Compare ${run.name || run.id}`} />
        </label>
      </td>
      <td role="cell" class="run-name">
        <a href={to}>{run.name || run.id}</a>
        <small>
          {run.benchmark.name}
          {run.group === "default" ? null : <span class="chip">{run.group}</span>}
        </small>
      </td>
      <td role="cell" class="run-state">
        <StateBadge state={run.state} />
      </td>
      <td role="cell" class="run-models">
        <Models run={run} />
      </td>
      <td role="cell" class="num run-coverage">
        {isFinal(run.state) ? <Coverage run={run} /> : <Live run={run} />}
      </td>
      <td role="cell" class="num run-cost" title={exact(run.cost.spend)}>
        {money(run.cost.spend)}
        {run.cost.unpriced > 0 ? <abbr title={`${count(run.cost.unpriced)} calls have no price`}> +?</abbr> : null}
      </td>
      <td role="cell" class="num run-started" title={exactMoment(started)}>
        {moment(started)}
      </td>
    </tr>
  );
}

/** The best first, if they have scores; else in the order of the run. */
function Models({ run }: { run: RunView }) {
  const known = run.perModel.length > 0 ? run.perModel : run.models.map((model): Partial<ModelProgress> => ({ model }));
  const sorted = [...known].sort(bestFirst);
  const rest = sorted.length - SHOWN_MODELS;
  return (
    <ul class="model-scores">
      {sorted.slice(0, SHOWN_MODELS).map((entry) => (
        <li key={entry.model}>
          <ModelName model={entry.model!} index={run.models.indexOf(entry.model!)} />
          <b>{entry.value == null ? "" : score(entry.value, entry.value <= 1)}</b>
        </li>
      ))}
      {rest > 0 ? <li class="quiet">and {rest} more</li> : null}
    </ul>
  );
}

function Coverage({ run }: { run: RunView }) {
  const share = coverage(run);
  return (
    <>
      <span class={share === 1 ? "" : "warn"}>{percent(share)}</span>
      <small>{count(run.samples)} samples</small>
    </>
  );
}

function Live({ run }: { run: RunView }) {
  return (
    <>
      <ProgressBar of={wanted(run)} done={run.progress} label={`Progress of ${run.name}`} />
      <small>
        {count(settled(run))} of {count(wanted(run))}
      </small>
    </>
  );
}
