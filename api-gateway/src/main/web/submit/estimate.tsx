import type { Accepted } from "../api/types";
import { count, exact, money } from "../parts/format";

/** The price before it is paid. */
export function EstimatePanel({ answer }: { answer: Accepted }) {
  const { estimate } = answer;
  return (
    <section class="panel estimate" aria-labelledby="estimate-title">
      <h2 id="estimate-title">Estimate</h2>
      <p class="estimate-figure">
        <b title={exact(estimate.expected)}>{money(estimate.expected)}</b>
        <span class="quiet">
          {money(estimate.low)} to {money(estimate.high)}
        </span>
      </p>
      <p>
        {count(answer.samples)} samples in group {answer.group}; about {count(estimate.inputTokens)} tokens in,{" "}
        {count(estimate.outputTokens)} out.
      </p>
      {estimate.perModel && estimate.perModel.length > 0 ? (
        <table class="grid plain">
          <thead>
            <tr>
              <th>Model</th>
              <th class="num">Expected</th>
              <th class="num">Range</th>
            </tr>
          </thead>
          <tbody>
            {estimate.perModel.map((entry) => (
              <tr key={entry.model}>
                <td>{entry.model}</td>
                <td class="num" title={exact(entry.expected)}>
                  {money(entry.expected)}
                </td>
                <td class="num">
                  {money(entry.low)}–{money(entry.high)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {estimate.basis ? <p class="quiet small">{estimate.basis}</p> : null}
      {answer.stop ? <Outlook stop={answer.stop} /> : null}
    </section>
  );
}

/** How soon the run's question will probably be answered; the estimate above is of all items. */
function Outlook({ stop }: { stop: NonNullable<Accepted["stop"]> }) {
  return (
    <>
      <h3>{stop.question}</h3>
      {stop.expected.length === 0 ? (
        <p class="quiet">The run ends when this is answered; how soon cannot be said beforehand.</p>
      ) : (
        <table class="grid plain" aria-label="How many items the question takes">
          <thead>
            <tr>
              <th>With</th>
              <th class="num">Items</th>
            </tr>
          </thead>
          <tbody>
            {stop.expected.map((one) => (
              <tr key={one.given}>
                <td>{one.given}</td>
                <td class="num">
                  {one.items < one.of ? `about ${count(one.items)} of ${count(one.of)}` : `all ${count(one.of)}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="quiet small">{stop.method}</p>
    </>
  );
}
