import type { Money, RunView } from "../api/types";
import { count, exact, isFinal, money } from "../parts/format";

/** Spend against the estimate's range and the budget, on one line that begins at nothing. */
export function SpendBar({ run }: { run: RunView }) {
  const spend = amount(run.cost.spend) ?? 0;
  const { low, high, expected } = run.estimate ?? {};
  const budget = amount(run.budget);
  const end = Math.max(spend, amount(high) ?? 0, budget ?? 0) * 1.04 || 1;
  const at = (value: number) => `${(value / end) * 100}%`;
  const over = budget !== undefined && spend >= budget;
  const words = [
    `Spend ${money(run.cost.spend)}`,
    expected ? `estimate ${money(expected)} (${money(low)} to ${money(high)})` : undefined,
    run.budget ? `budget ${money(run.budget)}` : undefined,
  ].filter(Boolean);
  return (
    <div class="spend">
      <p class="spend-words">
        <span title={exact(run.cost.spend)}>
          Spend <b>{money(run.cost.spend)}</b>
        </span>
        {expected ? (
          <span class="quiet">
            estimate {money(expected)} <small>({money(low)}–{money(high)})</small>
          </span>
        ) : null}
        {run.budget ? <span class="quiet">budget {money(run.budget)}</span> : null}
      </p>
      <span class="spend-bar" role="img" aria-label={words.join(", ")}>
        {low && high ? <i class="range" style={{ left: at(amount(low)!), width: at(amount(high)! - amount(low)!) }} /> : null}
        <i class={over ? "fill over" : "fill"} style={{ width: at(spend) }} />
        {expected ? <i class="expected" style={{ left: at(amount(expected)!) }} /> : null}
        {budget === undefined ? null : <i class="budget" style={{ left: at(budget) }} />}
      </span>
    </div>
  );
}

/** The ledger in a few lines, with what makes its sum less than certain. */
export function Spend({ run }: { run: RunView }) {
  const { cost } = run;
  return (
    <section class="panel" aria-labelledby="spend-title">
      <h2 id="spend-title">Cost</h2>
      {isFinal(run.state) ? <SpendBar run={run} /> : null}
      <dl class="pairs">
        <dt>Paid calls</dt>
        <dd>{count(cost.calls)}</dd>
        <dt>Ledger total</dt>
        <dd>{exact(cost.spend) ?? "–"}</dd>
        {run.estimate?.basis ? (
          <>
            <dt>Estimated from</dt>
            <dd>{run.estimate.basis}</dd>
          </>
        ) : null}
      </dl>
      {cost.unpriced > 0 ? (
        <p class="remark warn">
          {count(cost.unpriced)} calls were made to a model without a price. The total leaves them out: it is a lower bound.
        </p>
      ) : null}
      {cost.unconfirmed > 0 ? (
        <p class="remark">
          {count(cost.unconfirmed)} calls may have been served when a worker died. They are charged at an estimate.
        </p>
      ) : null}
    </section>
  );
}

/** For drawing only: a bar's length needs no exact decimals. */
function amount(value: Money | null | undefined): number | undefined {
  return value ? Number(value.amount) : undefined;
}
