import type { Benchmark } from "../api/types";
import { plural } from "../parts/format";

export function BenchmarkList({ benchmarks, onInsert }: { benchmarks: Benchmark[]; onInsert: (name: string) => void }) {
  if (benchmarks.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="known-benchmarks">
      <h2 id="known-benchmarks">Built-in benchmarks</h2>
      <ul class="benchmarks">
        {benchmarks.map((benchmark) => (
          <li key={benchmark.name}>
            <button type="button" class="place" title="Insert at the cursor" onClick={() => onInsert(benchmark.name)}>
              {benchmark.name}
            </button>
            <span class="quiet small"> {plural(benchmark.items, "item")}</span>
            {benchmark.description ? <p class="quiet small">{benchmark.description}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
