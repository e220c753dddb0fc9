import type { Attempt } from "../api/types";
import { OutcomeBadge } from "../parts/badge";
import { exact, exactMoment, milliseconds, money } from "../parts/format";

/** Every call that was made for the sample, the failed ones too: each may have cost money. */
export function Attempts({ attempts }: { attempts: Attempt[] }) {
  if (attempts.length === 0) return <p class="quiet">No call was made.</p>;
  return (
    <ol class="attempts">
      {attempts.map((attempt, i) => (
        <li key={attempt.call ?? i}>
          <p class="attempt-line">
            <b>#{attempt.attempt}</b>
            <OutcomeBadge outcome={attempt.outcome} failure={attempt.failure} />
            {attempt.decided && attempts.length > 1 ? <span class="chip">decided</span> : null}
            <span class="grow" />
            <span class="num">{milliseconds(attempt.totalMs)}</span>
            <span class="num" title={exact(attempt.cost)}>
              {money(attempt.cost)}
            </span>
          </p>
          {attempt.message ? <p class="small">{attempt.message}</p> : null}
          <p class="quiet small">
            {[
              attempt.httpStatus == null ? undefined : `HTTP ${attempt.httpStatus}`,
              attempt.ttftMs == null ? undefined : `first token ${milliseconds(attempt.ttftMs)}`,
              attempt.queuedMs == null ? undefined : `waited ${milliseconds(attempt.queuedMs)} for a slot`,
              exactMoment(attempt.startedAt),
              attempt.worker ? `worker ${attempt.worker}` : undefined,
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
          <Headers headers={attempt.headers ?? {}} />
        </li>
      ))}
    </ol>
  );
}

function Headers({ headers }: { headers: Record<string, string> }) {
  const entries = Object.entries(headers);
  if (entries.length === 0) return null;
  return (
    <details>
      <summary class="small">Response headers</summary>
      <dl class="pairs small">
        {entries.map(([name, value]) => (
          <Header key={name} name={name} value={value} />
        ))}
      </dl>
    </details>
  );
}

function Header({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>
        <code>{name}</code>
      </dt>
      <dd>
        <code>{value}</code>
      </dd>
    </>
  );
}
