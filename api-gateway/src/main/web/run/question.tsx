import type { Answer, Report, RunView } from "../api/types";
import { count, money, plural, significant } from "../parts/format";

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
    </section>
  );
}

function OneAnswer({ answer }: { answer: Answer }) {
  const open = answer.verdict === "OPEN";
  return (
    <li>
      <span class={open ? "quiet" : "answer"}>{answer.answer}</span>
      <small>
        {count(answer.items)} of {plural(answer.of, "item")} · {answer.estimate == null ? "–" : significant(answer.estimate)}, from{" "}
        {significant(answer.low)} to {significant(answer.high)}{" "}
        <abbr title="An interval that holds at all times at once, and for all questions of the run together: looking after every item costs nothing.">
          {answer.interval}
        </abbr>
        {answer.missing > 0 ? ` · ${plural(answer.missing, "sample")} without a score, counted as what speaks most against it` : ""}
      </small>
    </li>
  );
}
