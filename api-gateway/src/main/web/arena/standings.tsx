import { ModelName } from "../parts/badge";
import { count, percent } from "../parts/format";
import { RulerAxis } from "../parts/ruler";
import { place, type Scale } from "../parts/scale";
import type { Board, Standing } from "./types";

/** The models by rating; those that cannot be rated stand below, without a number. */
export function Standings({ board }: { board: Board }) {
  const scale = scaleOf(board.models.flatMap((m) => [m.rating, m.low, m.high]));
  const names = board.models.map((m) => m.model).sort();
  const styled = board.models.some((m) => m.styled != null);
  return (
    <section class="block" aria-labelledby="standings-title">
      <h2 id="standings-title">Leaderboard</h2>
      <table class="grid standings" role="table">
        <caption class="sr">Models by rating</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader">Model</th>
            <th role="columnheader" class="num">
              Rating
            </th>
            <th role="columnheader" class="ruler-cell">
              <span class="sr">Interval</span>
              <RulerAxis scale={scale} />
            </th>
            {styled ? (
              <th role="columnheader" class="num">
                Without style
              </th>
            ) : null}
            <th role="columnheader" class="num">
              Elo
            </th>
            <th role="columnheader" class="num">
              Won
            </th>
            <th role="columnheader" class="num">
              Battles
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {board.models.map((row) => (
            <Row key={row.model} row={row} scale={scale} hue={names.indexOf(row.model)} styled={styled} />
          ))}
        </tbody>
      </table>
      <p class="quiet small legend-line">
        <span class="key-whisker" aria-hidden="true" /> {Math.round(board.settings.confidence * 100)} % interval of{" "}
        {count(board.settings.rounds)} resamplings; ranks are those that the intervals leave open. 400 points are odds of ten to
        one.
        {board.models.some((m) => m.styledLow != null) ? " Those without style are of 100 resamplings." : ""}
        {board.undefinedRounds > 0 ? ` ${count(board.undefinedRounds)} resamplings bound no ratings: intervals may be too narrow.` : ""}
      </p>
    </section>
  );
}

const STEPS = [10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000];
const TICKS = 5;

/** Round points that hold all ratings and their intervals. */
function scaleOf(values: (number | null)[]): Scale {
  const known = values.filter((v): v is number => v != null);
  const low = Math.min(...known, known.length ? Infinity : 1_000);
  const high = Math.max(...known, known.length ? -Infinity : 1_000);
  const step = STEPS.find((s) => (high - low) / s <= TICKS) ?? 10_000;
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
  return { min: first * step, max: last * step, ticks, asPercent: false };
}

type RowProps = { row: Standing; scale: Scale; hue: number; styled: boolean };

function Row({ row, scale, hue, styled }: RowProps) {
  return (
    <tr role="row">
      <td role="cell" class="standing-model">
        <span class="rank">{rank(row)}</span>
        <ModelName model={row.model} index={hue} />
      </td>
      <td role="cell" class="num" data-name="Rating">
        <b>{points(row.rating)}</b>
        {row.low != null && row.high != null ? (
          <small>
            {points(row.low)}–{points(row.high)}
          </small>
        ) : null}
      </td>
      <td role="cell" class="ruler-cell">
        <Interval row={row} scale={scale} hue={hue} />
      </td>
      {styled ? (
        <td role="cell" class="num styled" data-name="Without style">
          {points(row.styled)}
          {row.styledLow != null && row.styledHigh != null ? (
            <small>
              {points(row.styledLow)}–{points(row.styledHigh)}
            </small>
          ) : null}
        </td>
      ) : null}
      <td role="cell" class="num" data-name="Elo">
        {points(row.elo)}
      </td>
      <td role="cell" class="num" data-name="Won">
        {percent(row.winRate)}
      </td>
      <td role="cell" class="num" data-name="Battles">
        {count(row.battles)}
      </td>
    </tr>
  );
}

function Interval({ row, scale, hue }: { row: Standing; scale: Scale; hue: number }) {
  const { rating, low, high } = row;
  if (rating == null || low == null || high == null) return <span class="ruler ruler-none">no rating</span>;
  const left = place(scale, low);
  return (
    <span
      class={`ruler hue-${hue % 8}`}
      role="img"
      aria-label={`rating ${points(rating)}, interval ${points(low)} to ${points(high)}`}
    >
      {scale.ticks.map((tick) => (
        <i key={tick} class="tick" style={{ left: `${place(scale, tick)}%` }} />
      ))}
      <i class="whisker" style={{ left: `${left}%`, width: `${place(scale, high) - left}%` }} />
      <i class="point" style={{ left: `${place(scale, rating)}%` }} />
    </span>
  );
}

function rank({ rankLow, rankHigh }: Standing): string {
  if (rankLow == null || rankHigh == null) return "–";
  return rankLow === rankHigh ? String(rankLow) : `${rankLow}–${rankHigh}`;
}

function points(value: number | null): string {
  return value == null ? "–" : Math.round(value).toString();
}
