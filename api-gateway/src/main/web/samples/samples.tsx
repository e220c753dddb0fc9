import { useEffect, useRef, useState } from "preact/hooks";
import "./samples.css";
import { get, type ApiError } from "../api/client";
import { asApiError, useResource } from "../api/resource";
import type { Report, RunView, SamplePage, SampleRow } from "../api/types";
import { go, link } from "../app/router";
import { announce } from "../parts/announce";
import { StateBadge } from "../parts/badge";
import { plural } from "../parts/format";
import { Empty, Failure, Waiting } from "../parts/notice";
import { SampleDetailPane } from "./detail";
import { SampleFilters, apiQuery, type SampleQuery } from "./filters";
import { KeyHelp, useKeys } from "./keys";
import { placeOf } from "./place";
import { SampleTable } from "./table";

const PAGE = "50";

/** Every sample of a run, filtered, in a list that the keyboard walks, with one of them open beside it. */
export function Samples({ id, open, query }: { id: string; open?: string; query: SampleQuery }) {
  const path = `/runs/${encodeURIComponent(id)}`;
  const run = useResource<RunView>(path);
  const report = useResource<Report>(run.data && `${path}/report`);
  const list = useSamples(`${path}/samples`, query);
  const [at, setAt] = useState(0);
  const table = useRef<HTMLDivElement>(null);

  const show = (sample: SampleRow | undefined, replace = open !== undefined) =>
    sample && go(link(["runs", id, "samples", placeOf(sample)], query), replace);
  const close = () => {
    if (open === undefined) return;
    go(link(["runs", id, "samples"], query), true);
    focusRow(table.current, at);
  };
  const move = (by: number) => {
    const to = Math.min(Math.max(at + by, 0), list.samples.length - 1);
    if (at + by >= list.samples.length && list.more) list.fetchMore();
    setAt(to);
    focusRow(table.current, to);
    if (open !== undefined) show(list.samples[to]);
  };
  useKeys({ next: () => move(1), previous: () => move(-1), open: () => show(list.samples[at]), close }, table);

  useEffect(() => {
    document.title = `Samples of ${run.data?.name ?? "a run"} · Assay`;
  }, [run.data?.name]);
  useEffect(() => setAt(0), [JSON.stringify(query)]);
  useEffect(() => {
    const place = list.samples.findIndex((sample) => placeOf(sample) === open);
    if (place >= 0) setAt(place);
  }, [open, list.samples.length]);

  if (run.error && !run.data) return <Failure error={run.error} retry={run.reload} />;
  return (
    <div class={open === undefined ? "page samples" : "page samples with-detail"}>
      <header>
        <p class="crumbs">
          <a href="#/runs">Runs</a>
          <span aria-hidden="true">/</span>
          <a href={link(["runs", id])}>{run.data?.name ?? id}</a>
        </p>
        <div class="page-head">
          <h1>Samples</h1>
          {run.data ? <StateBadge state={run.data.state} /> : null}
          <span class="grow" />
          <KeyHelp />
        </div>
      </header>
      <SampleFilters
        query={query}
        run={run.data}
        report={report.data}
        onChange={(change) => go(link(["runs", id, "samples"], { ...query, ...change }), true)}
      />
      <div class="split">
        <div class="list" ref={table}>
          {list.error ? <Failure error={list.error} retry={list.fetchMore} /> : null}
          {list.loading && list.samples.length === 0 ? <Waiting label="Fetching samples" rows={8} /> : null}
          {!list.loading && !list.error && list.samples.length === 0 ? (
            <Empty title="No sample matches">
              <p>
                <a href={link(["runs", id, "samples"])}>Show all samples</a>
              </p>
            </Empty>
          ) : null}
          {list.samples.length > 0 ? (
            <SampleTable
              samples={list.samples}
              models={run.data?.models ?? []}
              at={at}
              open={open}
              onOpen={(index) => {
                setAt(index);
                show(list.samples[index]);
              }}
            />
          ) : null}
          {list.more ? (
            <p class="more">
              <button type="button" class="button" onClick={list.fetchMore} disabled={list.loading}>
                {list.loading ? "Fetching …" : "Load more"}
              </button>
              <span class="quiet small">{plural(list.samples.length, "sample")} shown</span>
            </p>
          ) : null}
        </div>
        {open === undefined ? null : (
          <SampleDetailPane path={`${path}/samples/${open}`} models={run.data?.models ?? []} onClose={close} onMove={move} />
        )}
      </div>
    </div>
  );
}

function focusRow(table: HTMLElement | null, index: number) {
  // After the view has drawn itself: the row may just have come into being.
  requestAnimationFrame(() => {
    const row = table?.querySelectorAll<HTMLElement>("tbody tr")[index];
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  });
}

type List = { samples: SampleRow[]; more: boolean; loading: boolean; error?: ApiError; fetchMore: () => void };

/** Pages by cursor: each one begins after the last row that is shown, however the run goes on meanwhile. */
function useSamples(path: string, query: SampleQuery): List {
  const [samples, setSamples] = useState<SampleRow[]>([]);
  const [next, setNext] = useState<string | null>();
  const [loading, setLoading] = useState(true);
  const [error, setError] = useState<ApiError>();
  const turn = useRef(0);
  const key = path + JSON.stringify(query);

  const fetchPage = (cursor: string | undefined) => {
    const mine = ++turn.current;
    setLoading(true);
    setError(undefined);
    get<SamplePage>(path, { ...apiQuery(query), limit: PAGE, cursor }).then(
      (page) => {
        if (mine !== turn.current) return;
        setSamples((shown) => (cursor ? [...shown, ...page.samples] : page.samples));
        setNext(page.next);
        setLoading(false);
        announce(cursor ? `${plural(page.samples.length, "sample")} more` : `${plural(page.samples.length, "sample")} shown`);
      },
      (cause: unknown) => {
        if (mine !== turn.current) return;
        setError(asApiError(cause));
        setLoading(false);
      },
    );
  };
  useEffect(() => {
    fetchPage(undefined);
    return () => {
      turn.current++;
    };
  }, [key]);

  const fetchMore = () => {
    if (!loading) fetchPage(samples.length > 0 ? (next ?? undefined) : undefined);
  };
  return { samples, more: Boolean(next), loading, error, fetchMore };
}
