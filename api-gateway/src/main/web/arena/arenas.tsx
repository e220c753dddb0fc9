import { useEffect, useState } from "preact/hooks";
import "./arenas.css";
import { post } from "../api/client";
import type { ApiError } from "../api/client";
import { asApiError, useResource } from "../api/resource";
import type { RunPage } from "../api/types";
import { go, link } from "../app/router";
import { count, exactMoment, isFinal, moment } from "../parts/format";
import { Empty, Failure, Waiting } from "../parts/notice";
import type { Arena, ArenaPage } from "./types";

/** All arenas that the reader may see, and how to make one. */
export function Arenas() {
  const { data, error, loading, reload } = useResource<ArenaPage>("/arenas", { limit: "200" });
  useEffect(() => {
    document.title = "Arenas · Assay";
  }, []);
  return (
    <div class="page">
      <div class="page-head">
        <h1>Arenas</h1>
      </div>
      <p class="quiet">People vote which of two answers is better without knowing whose they are; the votes give ratings.</p>
      {error && !data ? <Failure error={error} retry={reload} /> : null}
      {loading && !data ? <Waiting label="Fetching arenas" rows={3} /> : null}
      {data?.arenas.length === 0 ? (
        <Empty title="There is no arena yet">
          <p>Make one from runs that have ended, here or with</p>
          <p>
            <code>./assay arena create NAME RUN…</code>
          </p>
        </Empty>
      ) : null}
      {data && data.arenas.length > 0 ? <List arenas={data.arenas} /> : null}
      {data?.next ? <p class="quiet small">There are older ones; the REST API lists them.</p> : null}
      <NewArena />
    </div>
  );
}

function List({ arenas }: { arenas: Arena[] }) {
  return (
    <table class="grid arenas">
      <caption class="sr">Arenas, newest first</caption>
      <thead>
        <tr>
          <th>Arena</th>
          <th class="num">Models</th>
          <th class="num">Votes</th>
          <th class="num">Made</th>
          <th>
            <span class="sr">Vote</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {arenas.map((arena) => (
          <tr key={arena.id}>
            <td>
              <a class="arena-name" href={link(["arena", arena.id])}>
                {arena.name}
              </a>
              {arena.group === "default" ? null : <span class="chip">{arena.group}</span>}
            </td>
            <td class="num">{count(arena.models.length)}</td>
            <td class="num">{count(arena.votes)}</td>
            <td class="num" title={exactMoment(arena.createdAt)}>
              {moment(arena.createdAt)}
            </td>
            <td class="num">
              {arena.comparisons > 0 ? (
                <a class="button small" href={link(["arena", arena.id, "vote"])}>
                  Vote
                </a>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The newest runs that have ended; older ones can be named on the command line. */
function NewArena() {
  const runs = useResource<RunPage>("/runs", { limit: "50" });
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<string[]>([]);
  const [error, setError] = useState<ApiError>();
  const ended = runs.data?.runs.filter((run) => isFinal(run.state)) ?? [];
  if (ended.length === 0) return null;

  const make = (event: Event) => {
    event.preventDefault();
    post<Arena>("/arenas", { name, sides: chosen.map((run) => ({ run })) }).then(
      (arena) => go(link(["arena", arena.id])),
      (cause: unknown) => setError(asApiError(cause)),
    );
  };
  const toggle = (id: string) =>
    setChosen((had) => (had.includes(id) ? had.filter((other) => other !== id) : [...had, id]));

  return (
    <form class="panel new-arena" onSubmit={make}>
      <h2>New arena</h2>
      <label for="arena-name">Name</label>
      <input id="arena-name" required maxLength={200} value={name} onInput={(event) => setName(event.currentTarget.value)} />
      <fieldset>
        <legend>Runs whose answers take part, all on the same data</legend>
        {ended.map((run) => (
          <label key={run.id} class="run-choice">
            <input type="checkbox" checked={chosen.includes(run.id)} onChange={() => toggle(run.id)} />
            <span>
              {run.name || run.id}
              <small class="quiet">
                {run.benchmark.name}: {run.models.join(", ")}
              </small>
            </span>
          </label>
        ))}
      </fieldset>
      {error ? <Failure error={error} /> : null}
      <button type="submit" class="button primary" disabled={chosen.length === 0 || name.trim() === ""}>
        Make it
      </button>
    </form>
  );
}
