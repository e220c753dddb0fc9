import { link } from "../app/router";
import { plural } from "../parts/format";

type Props = { marked: string[]; onClear: () => void };

/** What to do with the runs that are marked in the list. */
export function MarkedRuns({ marked, onClear }: Props) {
  if (marked.length === 0) return null;
  return (
    <div class="marked" role="region" aria-label="Marked runs">
      <span>{marked.length === 1 ? "One run is marked; mark another, or compare its models" : `${plural(marked.length, "run")} are marked`}</span>
      <span class="grow" />
      <button type="button" class="button small" onClick={onClear}>
        Clear
      </button>
      <a class="button small primary" href={link(["compare"], { sides: marked.join(",") })}>
        Compare
      </a>
    </div>
  );
}
