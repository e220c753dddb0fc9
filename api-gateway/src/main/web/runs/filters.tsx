import { useEffect, useState } from "preact/hooks";
import { useResource } from "../api/resource";
import type { Group, RunState, RunView } from "../api/types";
import { titled } from "../parts/format";

export type RunQuery = { state?: string; name?: string; group?: string };

const STATES: RunState[] = ["RUNNING", "PAUSED", "COMPLETE", "PARTIAL", "FAILED", "CANCELLED"];
const TYPING_PAUSE = 250;

type Props = { query: RunQuery; onChange: (change: RunQuery) => void };

export function RunFilters({ query, onChange }: Props) {
  const [name, setName] = useState(query.name ?? "");
  const groups = useResource<{ groups: Group[] }>("/groups").data?.groups ?? [];

  useEffect(() => {
    if (name === (query.name ?? "")) return undefined;
    const timer = window.setTimeout(() => onChange({ name: name || undefined }), TYPING_PAUSE);
    return () => window.clearTimeout(timer);
  }, [name]);

  return (
    <form class="filters" role="search" aria-label="Filter runs" onSubmit={(event) => event.preventDefault()}>
      <div class="segments" role="group" aria-label="State">
        <Segment name="All" on={!query.state} pick={() => onChange({ state: undefined })} />
        {STATES.map((state) => (
          <Segment key={state} name={titled(state)} on={query.state === state} pick={() => onChange({ state })} />
        ))}
      </div>
      <input
        type="search"
        aria-label="Name"
        placeholder="Name"
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      {groups.length > 1 ? (
        <select
          aria-label="Group"
          value={query.group ?? ""}
          onChange={(event) => onChange({ group: event.currentTarget.value || undefined })}
        >
          <option value="">Every group</option>
          {groups.map((group) => (
            <option key={group.name} value={group.name}>
              {group.name}
            </option>
          ))}
        </select>
      ) : null}
    </form>
  );
}

function Segment({ name, on, pick }: { name: string; on: boolean; pick: () => void }) {
  return (
    <button type="button" aria-pressed={on} onClick={pick}>
      {name}
    </button>
  );
}

/** Whether a run that came by event belongs into the filtered list. */
export function matches(run: RunView, query: RunQuery): boolean {
  return (
    (!query.state || run.state === query.state) &&
    (!query.group || run.group === query.group) &&
    (!query.name || run.name.toLowerCase().includes(query.name.toLowerCase()))
  );
}
