import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import "./detail.css";
import { useResource } from "../api/resource";
import type { SampleDetail } from "../api/types";
import { announce } from "../parts/announce";
import { ModelName, OutcomeBadge } from "../parts/badge";
import { count, exact, milliseconds, money } from "../parts/format";
import { Failure, Waiting } from "../parts/notice";
import { FAILURE_MEANS } from "../parts/words";
import { Attempts } from "./attempts";
import { Judged, judgementsOf } from "./judged";
import { ScoreMark } from "./score-mark";
import { LongText, Marked } from "./text";

type Props = { path: string; models: string[]; onClose: () => void; onMove: (by: number) => void };

/** One sample whole: what was asked, what came, what was read out of it, what it scored and what it cost. */
export function SampleDetailPane({ path, models, onClose, onMove }: Props) {
  const { data: fresh, error, reload } = useResource<SampleDetail>(path);
  const last = useRef<SampleDetail>();
  last.current = fresh ?? last.current;
  // While the next sample is on its way the last one stays, dimmed: walking through a list does not flicker.
  const data = fresh ?? (error ? undefined : last.current);
  const title = useRef<HTMLHeadingElement>(null);
  const pane = useRef<HTMLElement>(null);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!fresh) return;
    announce(`Sample ${fresh.itemId} of ${fresh.model}, ${fresh.outcome}`);
    body.current?.scrollTo(0, 0);
    // On a phone the pane covers the list: the focus goes along. Beside the list it stays with the row.
    if (pane.current && getComputedStyle(pane.current).position === "fixed") title.current?.focus();
  }, [fresh]);
  return (
    <aside class="detail" ref={pane} aria-label="Sample">
      <div class="detail-head">
        <h2 ref={title} tabIndex={-1}>
          {data?.itemId ?? " "}
        </h2>
        <Tool label="Previous sample" path="M4 9.5 8 5.5l4 4" onClick={() => onMove(-1)} />
        <Tool label="Next sample" path="m4 6.5 4 4 4-4" onClick={() => onMove(1)} />
        <Tool label="Close" path="m4 4 8 8M12 4l-8 8" onClick={onClose} />
      </div>
      <div class={fresh ? "detail-body" : "detail-body stale"} ref={body} aria-busy={!fresh}>
        {error && !data ? <Failure error={error} retry={reload} /> : null}
        {!data && !error ? <Waiting label="Fetching the sample" rows={8} /> : null}
        {data ? <Body key={data.task} sample={data} hue={Math.max(0, models.indexOf(data.model))} /> : null}
      </div>
    </aside>
  );
}

function Tool({ label, path, onClick }: { label: string; path: string; onClick: () => void }) {
  return (
    <button type="button" class="icon" aria-label={label} title={label} onClick={onClick}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  );
}

function Body({ sample, hue }: { sample: SampleDetail; hue: number }) {
  const extracted = Object.entries(sample.extracted ?? {});
  const scores = Object.entries(sample.scores ?? {});
  const judged = judgementsOf(sample.answer);
  return (
    <>
      <p class="detail-line">
        <ModelName model={sample.model} index={hue} />
        <OutcomeBadge outcome={sample.outcome} failure={sample.failure} />
        {sample.category ? <span class="chip">{sample.category}</span> : null}
        {sample.repeat > 0 ? <span class="quiet">repeat {sample.repeat}</span> : null}
        {sample.variant ? <span class="quiet">{sample.variant}</span> : null}
      </p>
      {sample.failure ? <p class="remark">{FAILURE_MEANS[sample.failure] ?? sample.failure}</p> : null}
      {sample.message ? <p class="remark">{sample.message}</p> : null}
      {scores.length > 0 ? (
        <p class="detail-scores">
          {scores.map(([label, value]) => (
            <ScoreMark key={label} label={label} value={value} named />
          ))}
        </p>
      ) : null}
      {Object.entries(sample.unscored ?? {}).map(([label, why]) => (
        <p key={label} class="remark">
          No {label}: {why}.
        </p>
      ))}
      <Part title="Reference">
        {sample.references?.length ? sample.references.map((text, i) => <LongText key={i} text={text} />) : <p class="quiet">none</p>}
      </Part>
      <Part title="Extracted">
        {extracted.length === 0 ? <p class="quiet">nothing</p> : null}
        <dl class="pairs">
          {extracted.map(([pipeline, text]) => (
            <Extracted key={pipeline} pipeline={pipeline} text={text} references={sample.references ?? []} />
          ))}
        </dl>
      </Part>
      <Part title="Answer">
        {sample.answer == null ? (
          <p class="quiet">There is none.</p>
        ) : judged ? (
          <Judged answer={sample.answer} judged={judged} choices={sample.choices ?? []} />
        ) : (
          <Marked text={sample.answer} find={extracted.map(([, text]) => text).find((text) => text)} />
        )}
      </Part>
      {sample.choices?.length && !judged ? (
        <Part title="Choices">
          <ol class="choices">
            {sample.choices.map((choice) => (
              <li key={choice}>{choice}</li>
            ))}
          </ol>
        </Part>
      ) : null}
      <Prompt sample={sample} />
      <Part title="Cost and time">
        <dl class="pairs">
          <dt>Cost</dt>
          <dd title={exact(sample.cost)}>{money(sample.cost)}</dd>
          <dt>Time</dt>
          <dd>
            {milliseconds(sample.totalMs)}
            {sample.ttftMs == null ? "" : `, first token after ${milliseconds(sample.ttftMs)}`}
          </dd>
          <Usage usage={sample.usage ?? {}} />
          {sample.finishReason ? (
            <>
              <dt>Finished</dt>
              <dd>{sample.finishReason}</dd>
            </>
          ) : null}
        </dl>
      </Part>
      <Part title="Attempts">
        <Attempts attempts={sample.attemptList ?? []} />
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Extracted({ pipeline, text, references }: { pipeline: string; text: string | null; references: string[] }) {
  const same = text != null && references.some((reference) => reference.trim() === text.trim());
  return (
    <>
      <dt>{pipeline}</dt>
      <dd>
        {text == null ? <em>nothing</em> : <code>{text}</code>}
        {same ? <span class="quiet small"> same as the reference</span> : null}
      </dd>
    </>
  );
}

function Usage({ usage }: { usage: NonNullable<SampleDetail["usage"]> }) {
  const parts = Object.entries(usage).filter((part): part is [string, number] => typeof part[1] === "number" && part[1] > 0);
  if (parts.length === 0) return null;
  const words = parts.map(([name, n]) => `${count(n)} ${name.replace(/Tokens$/, "").replace(/([A-Z])/g, " $1").toLowerCase()}`);
  return (
    <>
      <dt>Tokens</dt>
      <dd>
        {words.join(", ")}
        {usage["estimated"] === true ? <span class="quiet"> (estimated: the provider did not say)</span> : null}
      </dd>
    </>
  );
}

function Prompt({ sample }: { sample: SampleDetail }) {
  const [open, setOpen] = useState(true);
  const messages = sample.prompt ?? [];
  return (
    <section class="part">
      <h3>
        <button type="button" class="fold" aria-expanded={open} onClick={() => setOpen(!open)}>
          Prompt <span class="quiet">{messages.length === 1 ? "1 message" : `${messages.length} messages`}</span>
        </button>
      </h3>
      {open
        ? messages.map((message, i) => (
            <div key={i} class="message">
              <p class="role">{message.role}</p>
              <LongText text={message.content} />
            </div>
          ))
        : null}
    </section>
  );
}
