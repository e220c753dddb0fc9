import { count, percent } from "../parts/format";
import type { Board, Pair } from "./types";

/** How often each model won against each other; the number of battles stands below. */
export function Matrix({ board }: { board: Board }) {
  const names = board.models.map((m) => m.model);
  const pairs = new Map(board.pairs.map((pair) => [`${pair.model}\n${pair.against}`, pair]));
  return (
    <section class="block" aria-labelledby="matrix-title">
      <h2 id="matrix-title">Who won against whom</h2>
      <div class="matrix-scroll" tabIndex={0} role="group" aria-labelledby="matrix-title">
        <table class="matrix">
          <caption class="sr">Share of battles that the model of the row won against that of the column; ties count half</caption>
          <thead>
            <tr>
              <td />
              {names.map((name, i) => (
                <th key={name} scope="col" title={name}>
                  <span class="sr">{name}</span>
                  <span aria-hidden="true">{i + 1}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((name, i) => (
              <tr key={name}>
                <th scope="row">
                  <span class="quiet">{i + 1}</span> {name}
                </th>
                {names.map((against) => (
                  <Cell key={against} pair={pairs.get(`${name}\n${against}`)} same={name === against} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="quiet small">Rows won against columns; ties count half. The small figure is the number of battles.</p>
    </section>
  );
}

function Cell({ pair, same }: { pair?: Pair; same: boolean }) {
  if (same) return <td class="self" />;
  if (!pair) return <td class="quiet">–</td>;
  const { share, wins, losses, ties, battles } = pair;
  const title = `${pair.model} against ${pair.against}: ${count(wins)} won, ${count(losses)} lost, ${count(ties)} ties`;
  return (
    <td
      class={share >= 0.5 ? "heat won" : "heat lost"}
      style={{ "--heat": `${Math.round(Math.abs(share - 0.5) * 120)}%` }}
      title={title}
    >
      {percent(share)}
      <small>{count(battles)}</small>
    </td>
  );
}
