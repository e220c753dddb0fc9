import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import "./board.css";
import { address } from "../api/client";
import { useResource } from "../api/resource";
import { go, link } from "../app/router";
import { count, percent } from "../parts/format";
import { Empty, Failure, Notice, Waiting } from "../parts/notice";
import { Matrix } from "./matrix";
import { Standings } from "./standings";
import type { Arena, Board, BoardView } from "./types";

type Query = { voters?: string; anchor?: string };

const VOTERS = [
  { value: undefined, name: "All votes" },
  { value: "person", name: "People" },
  { value: "judge", name: "Judges" },
];

/** What the judges of a run say of its models. */
export function RunBoard({ id, query }: { id: string; query: Query }) {
  const { data, error, loading, reload } = useResource<BoardView>(`/runs/${id}/arena`, { anchor: query.anchor });
  useEffect(() => {
    document.title = `${data?.name ?? "Run"} · Assay`;
  }, [data?.name]);
  const board = data?.board;
  return (
    <div class="page arena-board">
      <div class="page-head">
        <div>
          <p class="crumbs">
            <a href={link(["runs", id])}>{data?.name ?? "Run"}</a>
          </p>
          <h1>Board of the judges</h1>
        </div>
      </div>
      {error && !data ? <Failure error={error} retry={reload} /> : null}
      {loading && !data ? <Waiting label="Computing the board" rows={6} /> : null}
      {board ? (
        <>
          <div class="filters">
            <Anchor
              anchor={query.anchor}
              models={board.models.map((m) => m.model)}
              onChange={(anchor) => go(link(["arena", "run", id], { anchor }), true)}
            />
          </div>
          {board.votes.all === 0 ? (
            <Empty title="No votes">
              <p>No judge of this run has compared answers in pairs.</p>
            </Empty>
          ) : (
            <Sections board={board} />
          )}
        </>
      ) : null}
    </div>
  );
}

/** What the votes of an arena say of its models. */
export function ArenaBoard({ id, query }: { id: string; query: Query }) {
  const arena = useResource<Arena>(`/arenas/${id}`);
  const { data, error, loading, reload } = useResource<BoardView>(`/arenas/${id}/board`, {
    voters: query.voters,
    anchor: query.anchor,
  });
  const name = data?.name ?? arena.data?.name ?? "";
  useEffect(() => {
    document.title = `${name || "Arena"} · Assay`;
  }, [name]);
  const board = data?.board;
  const change = (next: Query) => go(link(["arena", id], { ...query, ...next }), true);
  return (
    <div class="page arena-board">
      <div class="page-head">
        <div>
          <p class="crumbs">
            <a href="#/arena">Arenas</a>
          </p>
          <h1>{name}</h1>
        </div>
        <span class="grow" />
        <a class="button" href={address(`/arenas/${id}/export`, { format: "csv" })} download>
          Export votes
        </a>
        {arena.data && arena.data.comparisons > 0 ? (
          <a class="button primary" href={link(["arena", id, "vote"])}>
            Vote
          </a>
        ) : null}
      </div>
      {error && !data ? <Failure error={error} retry={reload} /> : null}
      {loading && !data ? <Waiting label="Computing the board" rows={6} /> : null}
      {board ? (
        <>
          <Choices query={query} models={board.models.map((m) => m.model)} change={change} />
          {board.votes.all === 0 ? <NoVotes voters={query.voters} /> : <Sections board={board} />}
        </>
      ) : null}
    </div>
  );
}

function Sections({ board }: { board: Board }) {
  return (
    <>
      <Facts board={board} />
      {board.undefined.length > 0 ? <Missing board={board} /> : null}
      <Standings board={board} />
      <Matrix board={board} />
      <div class="columns">
        <Style board={board} />
        <Agreement board={board} />
      </div>
    </>
  );
}

type ChoicesProps = { query: Query; models: string[]; change: (query: Query) => void };

function Choices({ query, models, change }: ChoicesProps) {
  return (
    <div class="filters">
      <div class="segments" role="group" aria-label="Whose votes">
        {VOTERS.map(({ value, name }) => (
          <button
            key={name}
            type="button"
            aria-pressed={(query.voters || undefined) === value}
            onClick={() => change({ voters: value })}
          >
            {name}
          </button>
        ))}
      </div>
      <Anchor anchor={query.anchor} models={models} onChange={(anchor) => change({ anchor })} />
    </div>
  );
}

type AnchorProps = { anchor?: string; models: string[]; onChange: (anchor: string) => void };

/** Votes only fix differences of ratings: one of them, or their mean, stands where the reader wants it. */
function Anchor({ anchor, models, onChange }: AnchorProps) {
  return (
    <select aria-label="Anchor" value={anchor ?? ""} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">Mean at 1000</option>
      {[...models].sort().map((model) => (
        <option key={model} value={model}>
          {model} at 1000
        </option>
      ))}
    </select>
  );
}

function NoVotes({ voters }: { voters?: string }) {
  return (
    <Empty title={voters ? "No such votes" : "Nobody has voted yet"}>
      <p>{voters ? "Others have voted: show all votes." : "The board appears with the first vote."}</p>
    </Empty>
  );
}

function Facts({ board }: { board: Board }) {
  const { votes, place } = board;
  return (
    <dl class="board-facts">
      <Fact name="Votes" value={count(votes.all)}>
        {[
          votes.people ? `${count(votes.people)} of people` : "",
          votes.judges ? `${count(votes.judges)} of judges` : "",
          votes.unknown ? `${count(votes.unknown)} of unknown voters` : "",
        ]
          .filter(Boolean)
          .join(", ")}
      </Fact>
      <Fact name="Ties" value={percent(votes.all ? votes.ties / votes.all : null)}>
        {count(votes.bothBad)} of {count(votes.ties)} say both are bad
      </Fact>
      <Fact name="First place won" value={percent(place.firstShare)}>
        {place.low != null && place.high != null
          ? `${percent(place.low)} to ${percent(place.high)}; ${place.low > 0.5 || place.high < 0.5 ? "places matter" : "50 % if places do not matter"}`
          : "no decided vote"}
      </Fact>
    </dl>
  );
}

function Fact({ name, value, children }: { name: string; value: string; children: ComponentChildren }) {
  return (
    <div class="panel">
      <dt>{name}</dt>
      <dd>
        <b>{value}</b>
        <small class="quiet">{children}</small>
      </dd>
    </div>
  );
}

/** Nobody gets a number that the votes do not bound. */
function Missing({ board }: { board: Board }) {
  const rated = board.models.some((m) => m.rating != null);
  return (
    <Notice tone="warn" title={rated ? "Some models cannot be rated yet" : "No model can be rated yet"}>
      <ul class="missing">
        {board.undefined.map((part) => (
          <li key={part.models.join()}>
            <b>{part.models.join(", ")}</b> {WHY[part.reason] ?? ""}: {part.missing}.
          </li>
        ))}
      </ul>
    </Notice>
  );
}

const WHY: Record<string, string> = {
  NEVER_MET: "never met the others",
  ONLY_WON: "only won",
  ONLY_LOST: "only lost",
  ONE_WAY: "won all against some and lost all against the rest",
};

function Style({ board }: { board: Board }) {
  const { style } = board;
  if (!style) return null;
  const most = Math.max(...style.coefficients.map((c) => Math.abs(c.logOdds)), 0.1);
  return (
    <section class="panel block" aria-labelledby="style-title">
      <h2 id="style-title">What style wins</h2>
      {style.reason ? <p class="quiet">{style.reason}</p> : null}
      {style.coefficients.length > 0 ? (
        <ul class="coefficients">
          {style.coefficients.map(({ name, logOdds }) => (
            <li key={name}>
              <span>{name}</span>
              <span class="coefficient" aria-hidden="true">
                <i
                  style={{
                    left: `${50 + Math.min(0, logOdds / most) * 50}%`,
                    width: `${(Math.abs(logOdds) / most) * 50}%`,
                  }}
                />
              </span>
              <b class="num">{logOdds.toFixed(2)}</b>
            </li>
          ))}
        </ul>
      ) : null}
      <p class="quiet small">
        Log odds of winning for one standard deviation more of it than the other answer has, over {count(style.votes)} votes.
        The ratings without style leave that out.
      </p>
    </section>
  );
}

function Agreement({ board }: { board: Board }) {
  if (board.agreement.length === 0) return null;
  return (
    <section class="panel block" aria-labelledby="agreement-title">
      <h2 id="agreement-title">Judges and people</h2>
      <table class="grid plain">
        <thead>
          <tr>
            <th>Judge</th>
            <th class="num">Agree</th>
            <th class="num">Without ties</th>
            <th class="num">Kappa</th>
          </tr>
        </thead>
        <tbody>
          {board.agreement.map((row) => (
            <tr key={row.judge}>
              <td>{row.judge}</td>
              <td class="num">
                {percent(row.agreeing / row.compared)}
                <small>of {count(row.compared)}</small>
              </td>
              <td class="num">
                {percent(row.decided ? row.decidedAgreeing / row.decided : null)}
                <small>of {count(row.decided)}</small>
              </td>
              <td class="num">{row.kappa == null ? "–" : row.kappa.toFixed(2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet small">On answers on which both have voted. Kappa is 1 for perfect agreement and 0 for chance.</p>
    </section>
  );
}
