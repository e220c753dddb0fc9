import { useEffect, useRef, useState } from "preact/hooks";
import "./runs.css";
import { get } from "../api/client";
import { useFollow } from "../api/live";
import { asApiError } from "../api/resource";
import type { ApiError } from "../api/client";
import type { RunPage, RunView } from "../api/types";
import { go, link } from "../app/router";
import { MarkedRuns } from "../compare/marked";
import { LinkState } from "../parts/link-state";
import { Failure, Waiting } from "../parts/notice";
import { NoMatch, NoRuns } from "./empty";
import { RunFilters, matches, type RunQuery } from "./filters";
import { RunTable } from "./table";

const PAGE = "50";

/** All runs that the reader may see, newest first, each row as fresh as the last event. */
export function Runs({ query }: { query: RunQuery }) {
  const [runs, setRuns] = useState<RunView[]>();
  const [next, setNext] = useState<string | null>();
  const [error, setError] = useState<ApiError>();
  const [turn, setTurn] = useState(0);
  const [busy, setBusy] = useState(false);
  const [marked, setMarked] = useState<string[]>([]);
  const mark = (id: string) => setMarked((had) => (had.includes(id) ? had.filter((one) => one !== id) : [...had, id]));
  const key = JSON.stringify(query);

  const fetchPage = (cursor: string | undefined, signal?: AbortSignal) =>
    get<RunPage>("/runs", { ...filtersOf(query), limit: PAGE, cursor }, signal);

  useEffect(() => {
    document.title = "Runs · Assay";
    const abort = new AbortController();
    fetchPage(undefined, abort.signal).then(
      (page) => {
        setRuns(page.runs);
        setNext(page.next);
        setError(undefined);
      },
      (cause: unknown) => {
        if (!abort.signal.aborted) setError(asApiError(cause));
      },
    );
    return () => abort.abort();
  }, [key, turn]);

  const more = () => {
    setBusy(true);
    fetchPage(next ?? undefined)
      .then(
        (page) => {
          setRuns((shown) => [...(shown ?? []), ...page.runs.filter((run) => !shown?.some((had) => had.id === run.id))]);
          setNext(page.next);
        },
        (cause: unknown) => setError(asApiError(cause)),
      )
      .finally(() => setBusy(false));
  };

  const onRun = (run: RunView) => setRuns((shown) => shown && merged(shown, run, query));
  const connection = useFollow("/events", onRun);
  const missed = useRef(false);
  useEffect(() => {
    if (connection === "live" && missed.current) {
      // Events that came while nobody listened are gone; the newest page has what they said.
      fetchPage(undefined).then(
        (page) => page.runs.forEach(onRun),
        (cause: unknown) => setError(asApiError(cause)),
      );
    }
    missed.current = connection !== "live" && runs !== undefined;
  }, [connection]);
  const filtered = Object.values(filtersOf(query)).some(Boolean);

  return (
    <div class="page">
      <div class="page-head">
        <h1>Runs</h1>
        <LinkState link={connection} />
        <span class="grow" />
        <a class="button primary" href="#/new">
          New run
        </a>
      </div>
      <RunFilters query={query} onChange={(change) => go(link(["runs"], { ...query, ...change }), true)} />
      {error ? <Failure error={error} retry={() => setTurn((n) => n + 1)} /> : null}
      {!runs && !error ? <Waiting label="Fetching runs" rows={6} /> : null}
      {runs?.length === 0 ? filtered ? <NoMatch /> : <NoRuns /> : null}
      {runs && runs.length > 0 ? <RunTable runs={runs} marked={marked} onMark={mark} /> : null}
      <MarkedRuns marked={marked} onClear={() => setMarked([])} />
      {next ? (
        <p class="more">
          <button type="button" class="button" onClick={more} disabled={busy}>
            {busy ? "Fetching …" : "Show older runs"}
          </button>
        </p>
      ) : null}
    </div>
  );
}

function filtersOf(query: RunQuery): Record<string, string | undefined> {
  return { state: query.state, name: query.name, group: query.group };
}

/** Puts a run's newer view in its place; a run that is new, or just came to match, goes where its time says. */
function merged(shown: RunView[], run: RunView, query: RunQuery): RunView[] {
  const at = shown.findIndex((had) => had.id === run.id);
  if (at >= 0) return shown.map((had, i) => (i === at ? run : had));
  const oldest = shown[shown.length - 1];
  if (!matches(run, query) || (oldest && run.id < oldest.id && shown.length >= Number(PAGE))) return shown;
  return [...shown, run].sort((a, b) => (a.id < b.id ? 1 : -1));
}
