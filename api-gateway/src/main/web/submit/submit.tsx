import { useEffect, useRef, useState } from "preact/hooks";
import "./submit.css";
import { ApiError, send } from "../api/client";
import { asApiError, useResource } from "../api/resource";
import type { Accepted, Benchmark, Model } from "../api/types";
import { go, link } from "../app/router";
import { announce } from "../parts/announce";
import { plural } from "../parts/format";
import { BenchmarkList } from "./benchmark-list";
import { Editor } from "./editor";
import { EstimatePanel } from "./estimate";
import { Problems } from "./problems";
import { starters } from "./starters";
import { Upload } from "./upload";

const DRAFT = "assay.draft";
const CHECK_PAUSE = 700;
/** Larger specs hold data; they are checked when asked, not while they are typed. */
const CHECKED_WHILE_TYPED = 65_536;

type Checked = { is: "nothing" } | { is: "checking" } | { is: "good"; answer: Accepted } | { is: "bad"; error: ApiError };

/** Write a spec, see what is wrong with it and what it will cost, start it. */
export function Submit({ query }: { query: Record<string, string> }) {
  const benchmarks = useResource<{ benchmarks: Benchmark[] }>("/benchmarks");
  const models = useResource<{ models: Model[] }>("/models");
  const known = Boolean(benchmarks.data || benchmarks.error) && Boolean(models.data || models.error);
  const choices = starters(benchmarks.data?.benchmarks ?? [], models.data?.models ?? [], query["benchmark"]);
  const [spec, setSpec] = useState(query["benchmark"] ? "" : (sessionStorage.getItem(DRAFT) ?? ""));
  const [checked, setChecked] = useState<Checked>({ is: "nothing" });
  const [starting, setStarting] = useState(false);
  const editor = useRef<HTMLTextAreaElement>(null);
  const turn = useRef(0);
  const order = useRef<{ spec: string; key: string }>();

  useEffect(() => {
    document.title = "New run · Assay";
  }, []);
  useEffect(() => {
    if (known && spec === "") setSpec(choices[0]!.spec);
  }, [known]);
  useEffect(() => {
    if (spec === "") return undefined;
    sessionStorage.setItem(DRAFT, spec);
    const timer = window.setTimeout(() => {
      if (spec.length <= CHECKED_WHILE_TYPED) check();
    }, CHECK_PAUSE);
    return () => window.clearTimeout(timer);
  }, [spec]);

  const check = () => {
    const mine = ++turn.current;
    setChecked((was) => (was.is === "nothing" ? { is: "checking" } : was));
    send<Accepted>("/runs?dryRun=true", "application/yaml", spec).then(
      (answer) => {
        if (mine !== turn.current) return;
        setChecked({ is: "good", answer });
        announce("The spec is valid");
      },
      (cause: unknown) => {
        if (mine !== turn.current) return;
        const error = asApiError(cause);
        setChecked({ is: "bad", error });
        announce(plural(Math.max(1, error.problems.length), "problem"));
      },
    );
  };
  const start = () => {
    setStarting(true);
    // The same text sent again after a lost answer is the same run, not a second one.
    if (order.current?.spec !== spec) order.current = { spec, key: `page-${randomText()}` };
    send<Accepted>("/runs", "application/yaml", spec, { "Idempotency-Key": order.current.key }).then(
      (answer) => {
        sessionStorage.removeItem(DRAFT);
        go(link(["runs", answer.id]));
      },
      (cause: unknown) => {
        setChecked({ is: "bad", error: asApiError(cause) });
        setStarting(false);
      },
    );
  };
  const insert = (text: string) => {
    const field = editor.current;
    const at = field ? field.selectionStart : spec.length;
    const end = field ? field.selectionEnd : spec.length;
    setSpec(spec.slice(0, at) + text + spec.slice(end));
  };
  const problems = checked.is === "bad" ? checked.error.problems : [];

  return (
    <div class="page submit">
      <div class="page-head">
        <h1>New run</h1>
      </div>
      <div class="submit-split">
        <section aria-label="Spec">
          <div class="submit-tools">
            <div class="segments" role="group" aria-label="Begin with">
              {choices.map((choice) => (
                <button key={choice.name} type="button" aria-pressed={spec === choice.spec} onClick={() => setSpec(choice.spec)}>
                  {choice.name}
                </button>
              ))}
            </div>
            <Upload onHash={insert} />
          </div>
          <Editor label="Run spec, YAML or JSON" field={editor} value={spec} problems={problems} onChange={setSpec} />
          <div class="submit-actions">
            <button type="button" class="button" onClick={check} disabled={spec === ""}>
              Check
            </button>
            <button type="button" class="button primary" onClick={start} disabled={starting || checked.is !== "good"}>
              {starting ? "Starting …" : "Start run"}
            </button>
          </div>
        </section>
        <div class="submit-side">
          {checked.is === "bad" ? <Problems error={checked.error} editor={editor} /> : null}
          {checked.is === "good" ? <EstimatePanel answer={checked.answer} /> : null}
          {checked.is === "nothing" || checked.is === "checking" ? (
            <section class="panel">
              <h2>Estimate</h2>
              <p class="quiet">{checked.is === "checking" ? "Checking …" : "Stands here as soon as the spec is valid."}</p>
            </section>
          ) : null}
          <BenchmarkList benchmarks={benchmarks.data?.benchmarks ?? []} onInsert={insert} />
        </div>
      </div>
    </div>
  );
}

/** Sixteen random hex digits. */
function randomText(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
