import type { RefObject } from "preact";
import type { ApiError } from "../api/client";
import type { Problem } from "../api/types";
import { plural } from "../parts/format";

/** What is wrong, where, and what to do; a click puts the cursor there. */
export function Problems({ error, editor }: { error: ApiError; editor: RefObject<HTMLTextAreaElement> }) {
  const { problems } = error;
  return (
    <section class="panel problems" aria-labelledby="problems-title">
      <h2 id="problems-title">{problems.length > 0 ? plural(problems.length, "problem") : error.title}</h2>
      {problems.length === 0 ? <p>{error.detail}</p> : null}
      <ul>
        {problems.map((problem, i) => (
          <li key={i}>
            {problem.line ? (
              <button type="button" class="place" onClick={() => jump(editor.current, problem)}>
                line {problem.line}
              </button>
            ) : null}
            {problem.path ? <code>{problem.path}</code> : null}
            <p>{problem.message}</p>
            {problem.remedy ? <p class="quiet">{problem.remedy}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function jump(field: HTMLTextAreaElement | null, problem: Problem) {
  if (!field || !problem.line) return;
  const lines = field.value.split("\n");
  const start = lines.slice(0, problem.line - 1).reduce((sum, line) => sum + line.length + 1, 0);
  const at = start + Math.max(0, (problem.column ?? 1) - 1);
  field.focus();
  field.setSelectionRange(at, start + (lines[problem.line - 1]?.length ?? 0));
}
