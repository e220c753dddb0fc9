import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { address } from "../api/client";
import type { RunView } from "../api/types";
import { isFinal } from "../parts/format";

/** Downloads for other tools. The links are plain: a browser streams them to the disk, however large they are. */
export function Export({ run }: { run: RunView }) {
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const path = `/runs/${encodeURIComponent(run.id)}`;

  useLayoutEffect(() => {
    if (!open) return undefined;
    const close = (event: Event) => {
      const outside = event.target instanceof Node && !menu.current?.contains(event.target);
      if (outside || (event instanceof KeyboardEvent && event.key === "Escape")) setOpen(false);
    };
    document.addEventListener("pointerdown", close);
    document.addEventListener("keydown", close);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("keydown", close);
    };
  }, [open]);

  return (
    <div class="menu" ref={menu}>
      <button type="button" class="button" aria-expanded={open} aria-controls="export-menu" onClick={() => setOpen(!open)}>
        Export
        <svg viewBox="0 0 10 10" aria-hidden="true">
          <path d="M2 3.5 5 6.5l3-3" />
        </svg>
      </button>
      {open ? (
        <ul id="export-menu">
          <Item href={address(`${path}/export`, { format: "csv" })} name="Samples as CSV" note="one row per sample" />
          <Item href={address(`${path}/export`, { format: "jsonl" })} name="Samples as JSONL" note="with answers and scores" />
          <Item
            href={address(`${path}/export`, { format: "jsonl", prompts: "true" })}
            name="… with prompts"
            note="larger: every message is in it"
          />
          <Item href={address(`${path}/report`)} file={`${run.id}.report.json`} name="Report as JSON" note="the figures of this page" />
          {isFinal(run.state) ? null : <li class="quiet small">The run goes on: an export holds what is there now.</li>}
        </ul>
      ) : null}
    </div>
  );
}

function Item({ href, name, note, file = "" }: { href: string; name: string; note: string; file?: string }) {
  return (
    <li>
      <a href={href} download={file}>
        {name}
        <small>{note}</small>
      </a>
    </li>
  );
}
