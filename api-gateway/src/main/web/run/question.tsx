import type { Answer, Report, RunView } from "../api/types";
import { count, isFinal, money, plural, significant } from "../parts/format";

/** The question that may end a run early, its answers, and what was not asked because of them. */
export function Question({ run, report }: { run: RunView; report?: Report }) {
  if (!run.stop) return null;
  const answers = report?.stop?.answers ?? [];
  const saved = report?.run.saved;
  return (
    <section class="block question" aria-labelledby="question">
      <h2 id="question">{run.stop.question}</h2>
      {answers.length === 0 ? (
        <p class="quiet">Not decided yet. It is looked at after every item, in the items' seeded order.</p>
      ) : (
        <ul class="question-answers">
          {answers.map((answer) => (
            <OneAnswer key={answer.models.join()} answer={answer} />
          ))}
        </ul>
      )}
      {saved && saved.samples > 0 ? (
        <p>
          <b>{count(saved.samples)}</b> of {plural(saved.planned, "sample")} were not asked: about{" "}
          {plural(saved.calls, "call")} and <b title={saved.method}>{money(saved.money)}</b> saved.
        </p>
      ) : null}
      {answers.some((answer) => answer.verdict !== "OPEN") && isFinal(run.state) && !saved?.samples ? (
        <p class="quiet">Nothing was saved by it: every other sample was asked already, or is part of what is not decided.</p>
      ) : null}
    </section>
  );
}

/** A share in percent, a difference of shares in points, anything else as a number; signs are true minuses. */
function figure(value: number, asPercent: boolean, signed: boolean): string {
  const size = asPercent ? Math.abs(value * 100).toFixed(1) : significant(Math.abs(value));
  const sign = value < 0 ? "−" : signed && value > 0 ? "+" : "";
  return `${Number(size) === 0 ? "" : sign}${size}`;
}

function OneAnswer({ answer }: { answer: Answer }) {
  const open = answer.verdict === "OPEN";
  const [first, second] = answer.models;
  const pair = second !== undefined;
  const asPercent = answer.low >= (pair ? -1 : 0) && answer.high <= 1;
  const text = (value: number) => figure(value, asPercent, pair);
  return (
    <li>
      <span class={open ? "quiet" : "answer"}>{answer.answer}</span>
      <small>
        {count(answer.items)} of {plural(answer.of, "item")} · {pair ? `${first} − ${second}: ` : ""}
        {answer.estimate == null ? "–" : text(answer.estimate)}, from {text(answer.low)} to {text(answer.high)}
        {asPercent ? (pair ? " points" : " %") : ""}{" "}
        <abbr title="An interval that holds at all times at once, and for all questions of the run together: looking after every item costs nothing.">
          {answer.interval}
        </abbr>
        {answer.missing > 0 ? ` · ${plural(answer.missing, "sample")} without a score, counted as what speaks most against it` : ""}
      </small>
    </li>
  );
}
