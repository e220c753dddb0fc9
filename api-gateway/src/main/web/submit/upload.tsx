import { useState } from "preact/hooks";
import { send } from "../api/client";
import { asApiError } from "../api/resource";
import { FileButton } from "../parts/file-button";
import { count, shortHash } from "../parts/format";

const TYPES: Record<string, [string, string]> = {
  jsonl: ["jsonl", "application/x-ndjson"],
  ndjson: ["jsonl", "application/x-ndjson"],
  csv: ["csv", "text/csv"],
  json: ["json", "application/json"],
};

type Uploaded = { dataset: string; items: number; bytes: number };
type State = { is: "idle" } | { is: "busy"; name: string } | { is: "done"; name: string; answer: Uploaded } | { is: "failed"; why: string };

/** Sends a data file; its hash then stands where the cursor is. */
export function Upload({ onHash }: { onHash: (hash: string) => void }) {
  const [state, setState] = useState<State>({ is: "idle" });

  const upload = (file: File) => {
    const type = TYPES[file.name.split(".").pop()?.toLowerCase() ?? ""];
    if (!type) {
      setState({ is: "failed", why: `${file.name}: only .jsonl, .json and .csv files are read.` });
      return;
    }
    setState({ is: "busy", name: file.name });
    send<Uploaded>(`/datasets?format=${type[0]}`, type[1], file).then(
      (answer) => {
        setState({ is: "done", name: file.name, answer });
        onHash(answer.dataset);
      },
      (cause: unknown) => setState({ is: "failed", why: reason(file.name, cause) }),
    );
  };

  return (
    <div class="upload">
      <FileButton
        label={state.is === "busy" ? "Uploading …" : "Upload data"}
        accept=".jsonl,.ndjson,.json,.csv"
        disabled={state.is === "busy"}
        onFile={upload}
      />
      <span class={state.is === "failed" ? "problem" : "quiet small"} role="status">
        {state.is === "done" ? `${state.name}: ${count(state.answer.items)} items, ${shortHash(state.answer.dataset)}` : ""}
        {state.is === "failed" ? state.why : ""}
      </span>
    </div>
  );
}

function reason(name: string, cause: unknown): string {
  const error = asApiError(cause);
  const first = error.problems[0];
  if (!first) return `${name}: ${error.message}`;
  const more = error.problems.length > 1 ? ` And ${error.problems.length - 1} more.` : "";
  return `${name}${first.line ? `, line ${first.line}` : ""}: ${first.message} ${first.remedy ?? ""}${more}`;
}
