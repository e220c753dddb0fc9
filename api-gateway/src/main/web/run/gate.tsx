import { useEffect, useRef, useState } from "preact/hooks";
import "./gate.css";
import { ApiError, send } from "../api/client";
import { asApiError } from "../api/resource";
import type { GateVerdict, Report, RunView } from "../api/types";
import { announce } from "../parts/announce";
import { FileButton } from "../parts/file-button";
import { Editor } from "../submit/editor";
import { Problems } from "../submit/problems";
import { Baseline } from "./gate-baseline";
import { firstRule, isUnit, policyOf, Rules } from "./gate-rules";
import { DECISIONS, Verdict } from "./gate-verdict";

type Props = { run: RunView; report: Report; metrics: string[]; metric: string };
type Said = { is: "nothing" } | { is: "asking" } | { is: "decided"; verdict: GateVerdict } | { is: "refused"; error: ApiError };

/** Holds a run that has ended against rules, or against a policy as it would stand in a pipeline. */
export function Gate({ run, report, metrics, metric }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <section class="block gate" aria-labelledby="gate-title">
      <div class="block-head">
        <h2 id="gate-title">Gate</h2>
        <span class="quiet small">May this model be released?</span>
        <span class="grow" />
        <button type="button" class="button small" aria-expanded={open} aria-controls="gate-form" onClick={() => setOpen(!open)}>
          {open ? "Close the gate" : "Hold against a policy"}
        </button>
      </div>
      <div id="gate-form" hidden={!open}>
        {open ? <Form run={run} report={report} metrics={metrics} metric={metric} /> : null}
      </div>
    </section>
  );
}

function Form({ run, report, metrics, metric }: Props) {
  const [model, setModel] = useState(report.leaderboard[0]?.model ?? run.models[0] ?? "");
  const [baseline, setBaseline] = useState("");
  const [rules, setRules] = useState([firstRule(metric)]);
  const [written, setWritten] = useState<string>();
  const [said, setSaid] = useState<Said>({ is: "nothing" });
  const editor = useRef<HTMLTextAreaElement>(null);
  const first = useRef<HTMLDivElement>(null);
  const units = new Set(metrics.filter((name) => isUnit(report, name)));
  const policy = written ?? policyOf(rules, units);

  useEffect(() => first.current?.querySelector<HTMLElement>("select, button")?.focus(), []);
  // A verdict belongs to what was asked; of anything else it would be a lie.
  useEffect(() => setSaid({ is: "nothing" }), [policy, model, baseline]);

  const decide = () => {
    setSaid({ is: "asking" });
    const query = new URLSearchParams({ model, ...(baseline ? { baseline } : {}) });
    send<GateVerdict>(`/runs/${encodeURIComponent(run.id)}/gate?${query}`, "application/yaml", policy).then(
      (verdict) => {
        setSaid({ is: "decided", verdict });
        announce(DECISIONS[verdict.decision].title);
      },
      (cause: unknown) => {
        setSaid({ is: "refused", error: asApiError(cause) });
        announce("The gate could not be asked");
      },
    );
  };
  const load = (file: File) => void file.text().then(setWritten);

  return (
    <div class="panel gate-form">
      <div class="gate-sides" ref={first}>
        {run.models.length > 1 ? (
          <label>
            Model
            <select value={model} onChange={(event) => setModel(event.currentTarget.value)}>
              {run.models.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        ) : null}
        <Baseline run={run} model={model} value={baseline} onChange={setBaseline} />
        <div class="segments" role="group" aria-label="Held against">
          <button type="button" aria-pressed={written === undefined} onClick={() => setWritten(undefined)}>
            Rules
          </button>
          <button type="button" aria-pressed={written !== undefined} onClick={() => setWritten(policy)}>
            Policy file
          </button>
        </div>
      </div>
      {written === undefined ? (
        <Rules rules={rules} metrics={metrics} units={units} onChange={setRules} />
      ) : (
        <>
          <Editor
            label="Gate policy, YAML or JSON"
            field={editor}
            value={written}
            problems={said.is === "refused" ? said.error.problems : []}
            onChange={setWritten}
          />
          <p>
            <FileButton label="Read a file" accept=".yaml,.yml,.json" small onFile={load} />
          </p>
        </>
      )}
      <div class="gate-actions">
        <button type="button" class="button primary" disabled={said.is === "asking"} onClick={decide}>
          {said.is === "asking" ? "Deciding …" : "Decide"}
        </button>
      </div>
      {said.is === "refused" ? <Problems error={written === undefined ? withoutPlaces(said.error) : said.error} editor={editor} /> : null}
      {said.is === "decided" ? <Verdict verdict={said.verdict} units={units} /> : null}
    </div>
  );
}

/** Lines are of a text that the reader of the rules does not see. */
function withoutPlaces(error: ApiError): ApiError {
  return new ApiError(error.status, error.title, error.detail, error.problems.map((one) => ({ ...one, line: undefined })));
}
