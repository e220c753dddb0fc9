import { Copyable } from "../parts/copy";
import { Empty } from "../parts/notice";

export function NoRuns() {
  return (
    <Empty title="Nothing has been measured yet">
      <p>A run asks one or more models the items of a benchmark and scores their answers. Start one from a terminal,</p>
      <p>
        <Copyable value="./assay run examples/my-first-run.yaml --wait" label="command" />
      </p>
      <p>
        or <a href="#/new">write one here</a>. It appears in this list at once and can be watched live.
      </p>
    </Empty>
  );
}

export function NoMatch() {
  return (
    <Empty title="No run matches">
      <p>
        <a href="#/runs">Show all runs</a>
      </p>
    </Empty>
  );
}
