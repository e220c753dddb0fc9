import type { Report, RunView } from "../api/types";
import { link } from "../app/router";
import { ModelName } from "../parts/badge";
import { count, titled } from "../parts/format";
import { FAILURE_MEANS } from "../parts/words";

/** Which kinds of failure left samples without an answer. */
export function Failures({ run, report }: { run: RunView; report?: Report }) {
  const rows = (report?.leaderboard ?? []).flatMap((row) =>
    Object.entries(row.failures ?? {}).map(([kind, n]) => ({ model: row.model, kind, n })),
  );
  const kinds = [...new Set(rows.map((row) => row.kind))]
    .map((kind) => ({ kind, rows: rows.filter((row) => row.kind === kind) }))
    .map((entry) => ({ ...entry, n: entry.rows.reduce((sum, row) => sum + row.n, 0) }))
    .sort((a, b) => b.n - a.n);
  if (kinds.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="failures-title">
      <h2 id="failures-title">Failures</h2>
      <ul class="failure-kinds">
        {kinds.map((entry) => (
          <li key={entry.kind}>
            <p>
              <b>{titled(entry.kind)}</b> <span class="num">{count(entry.n)}</span>
            </p>
            <p class="quiet small">{FAILURE_MEANS[entry.kind] ?? "Written by a newer version of Assay."}</p>
            <ul>
              {entry.rows.map((row) => (
                <li key={row.model}>
                  <a href={link(["runs", run.id, "samples"], { model: row.model, outcome: "failed" })}>
                    <ModelName model={row.model} index={run.models.indexOf(row.model)} /> {count(row.n)}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
