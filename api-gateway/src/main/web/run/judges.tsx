import type { JudgeReport, PairFigure, Report, RunView, Span, Weight } from "../api/types";
import { link } from "../app/router";
import { ModelName } from "../parts/badge";
import { count, money, percent } from "../parts/format";

/** What each judge found, and what its verdicts are worth. */
export function Judges({ run, report }: { run: RunView; report: Report }) {
  return (
    <>
      {(report.judges ?? []).map((judge) => (
        <section key={judge.name} class="block judge" aria-labelledby={`judge-${judge.name}`}>
          <div class="block-head">
            <h2 id={`judge-${judge.name}`}>Judge: {judge.name}</h2>
            <span class="grow" />
            {judge.pairs ? <BoardLink run={run} /> : null}
          </div>
          <p class="quiet">
            {judge.model}, {judge.mode}, prompt {judge.prompt.name} version {judge.prompt.version}.{" "}
            {count(judge.calls.answered)} replies{judge.calls.cost ? ` for ${money(judge.calls.cost)}` : ""}
            {judge.calls.failed + judge.calls.refused > 0
              ? `, ${count(judge.calls.failed + judge.calls.refused)} calls without one`
              : ""}
            .{judge.mode === "pointwise" ? " Its grades stand among the metrics." : ""}
          </p>
          {judge.pairs ? <Pairs run={run} judge={judge} pairs={judge.pairs} /> : null}
          {judge.agreement ? <Agreement agreement={judge.agreement} /> : null}
        </section>
      ))}
    </>
  );
}

/** To the board that the votes of all judges of the run make. */
export function BoardLink({ run }: { run: RunView }) {
  return (
    <a class="button small" href={link(["arena", "run", run.id])}>
      Board of the judges
    </a>
  );
}

type PairsOf = NonNullable<JudgeReport["pairs"]>;

function Pairs({ run, judge, pairs }: { run: RunView; judge: JudgeReport; pairs: PairsOf }) {
  return (
    <>
      {pairs.unrated ? <p>There are no ratings: {pairs.unrated}.</p> : null}
      <div class="judge-table" tabIndex={0} role="region" aria-label={`Ratings by ${judge.name}`}>
        <table class="grid plain">
          <thead>
            <tr>
              <th>Model</th>
              <th class="num">One order</th>
              <th class="num">Both orders</th>
              <th class="num">Corrected</th>
            </tr>
          </thead>
          <tbody>
            {pairs.ratings.map((row) => (
              <tr key={row.model}>
                <th scope="row">
                  <ModelName model={row.model} index={run.models.indexOf(row.model)} />
                </th>
                <td class="num">{points(row.oneOrder)}</td>
                <td class="num">
                  {points(row.rating)} <span class="quiet">{span(row.interval)}</span>
                </td>
                <td class="num">
                  {points(row.controlled)} <span class="quiet">{span(row.controlledInterval)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="quiet small">
        Bradley–Terry ratings; 400 points are odds of ten to one. A verdict that changes with the order counts as a tie.
        Corrected: as if answers were equally long and places made no difference.
      </p>
      {pairs.correction?.basis === "verdicts" ? (
        <p>
          Corrected without scores: no metric tells which answer is better, so length and place are undercorrected and the
          order is less sure.
        </p>
      ) : null}
      <Wins run={run} pairs={pairs} judge={judge} />
      <Biases pairs={pairs} />
    </>
  );
}

function Wins({ run, judge, pairs }: { run: RunView; judge: JudgeReport; pairs: PairsOf }) {
  const cell = (model: string, against: string) => pairs.wins.find((c) => c.model === model && c.against === against);
  return (
    <div class="judge-table" tabIndex={0} role="region" aria-label={`Win rates by ${judge.name}`}>
      <table class="grid plain">
        <thead>
          <tr>
            <th>Win rate of … against</th>
            {run.models.map((model) => (
              <th key={model} class="num">
                {model}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {run.models.map((model, index) => (
            <tr key={model}>
              <th scope="row">
                <ModelName model={model} index={index} />
              </th>
              {run.models.map((against) => {
                const met = cell(model, against);
                return (
                  <td key={against} class="num">
                    {met ? (
                      <>
                        {percent(met.rate)}{" "}
                        <span class="quiet small">
                          {percent(met.low)}–{percent(met.high)}
                        </span>
                      </>
                    ) : (
                      "–"
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Biases({ pairs }: { pairs: PairsOf }) {
  const { order, length } = pairs;
  return (
    <dl class="judge-biases">
      {order ? (
        <>
          <div>
            <dt>Same verdict in both orders</dt>
            <dd>
              {order.consistency == null ? "–" : percent(order.consistency)}{" "}
              <span class="quiet small">
                of {count(order.pairs)} pairs; {count(order.forFirst)} contradictions for the first place,{" "}
                {count(order.forSecond)} for the second, {count(order.missing)} unreadable
              </span>
            </dd>
          </div>
          <div>
            <dt>Position bias</dt>
            <dd>{odds(order.logOdds)}</dd>
          </div>
        </>
      ) : null}
      {length?.longerShare ? (
        <div>
          <dt>The longer answer wins</dt>
          <dd>
            {percent(length.longerShare.value)}{" "}
            <span class="quiet small">
              {percent(length.longerShare.low)}–{percent(length.longerShare.high)} of {count(length.longerShare.pairs)}{" "}
              decided votes
            </span>
          </dd>
        </div>
      ) : null}
      {length?.logOdds ? (
        <div>
          <dt>Length bias</dt>
          <dd>
            {odds(length.logOdds)} <span class="quiet small">among answers with the same {length.metric}</span>
          </dd>
        </div>
      ) : null}
      {pairs.correction ? <Correction correction={pairs.correction} /> : null}
      {(["oneOrder", "bothOrders", "lengthControlled"] as const).map((key) =>
        pairs.rankings[key].length > 0 ? (
          <div key={key}>
            <dt>{RANKINGS[key]}</dt>
            <dd>{pairs.rankings[key].join(" > ")}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

/** What the corrected ratings take as deciding a verdict. */
function Correction({ correction }: { correction: NonNullable<PairsOf["correction"]> }) {
  const weights: [string, Weight | null | undefined][] = [
    [`a point of ${correction.metric}`, correction.score],
    ["length", correction.length],
    ["the first place", correction.place],
  ];
  return (
    <div>
      <dt>Taken into account by the correction</dt>
      <dd>
        {weights.map(([what, weight]) =>
          weight ? (
            <div key={what}>
              {what} {weight.value.toFixed(2)}{" "}
              {weight.low != null && weight.high != null ? (
                <span class="quiet small">
                  {weight.low.toFixed(2)} to {weight.high.toFixed(2)}
                </span>
              ) : null}
            </div>
          ) : null,
        )}
        <span class="quiet small">in log odds, {count(correction.verdicts)} verdicts</span>
      </dd>
    </div>
  );
}

const RANKINGS = {
  oneOrder: "Ranking by one order",
  bothOrders: "Ranking by both orders",
  lengthControlled: "Corrected ranking",
};

function Agreement({ agreement }: { agreement: NonNullable<JudgeReport["agreement"]> }) {
  return (
    <p>
      Agreement with people ({agreement.field}, {count(agreement.compared)} compared):{" "}
      {agreement.share == null ? "–" : percent(agreement.share)} the same, κ {decimals(agreement.kappa)}
      {agreement.weightedKappa == null ? "" : `, weighted κ ${decimals(agreement.weightedKappa)}`}, α{" "}
      {decimals(agreement.alpha)}.
    </p>
  );
}

function odds(figure: PairFigure | null | undefined) {
  if (!figure) return "–";
  return (
    <>
      {figure.value.toFixed(2)}{" "}
      <span class="quiet small">
        {figure.low.toFixed(2)} to {figure.high.toFixed(2)} in log odds, {count(figure.pairs)} pairs
      </span>
    </>
  );
}

function decimals(value: number | null | undefined): string {
  return value == null ? "–" : value.toFixed(3);
}

function points(value: number | null | undefined): string {
  return value == null ? "–" : value.toFixed(0);
}

function span(value: Span | null | undefined): string {
  return value ? `${value.low.toFixed(0)}–${value.high.toFixed(0)}` : "";
}
