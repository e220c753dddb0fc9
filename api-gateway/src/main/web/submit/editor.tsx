import type { RefObject } from "preact";
import { useRef } from "preact/hooks";
import type { Problem } from "../api/types";

type Props = {
  label: string;
  field: RefObject<HTMLTextAreaElement>;
  value: string;
  problems: Problem[];
  onChange: (value: string) => void;
};

/** A plain text field with line numbers; lines with a problem are marked. Tab leaves it, as a keyboard user expects. */
export function Editor({ label, field, value, problems, onChange }: Props) {
  const gutter = useRef<HTMLDivElement>(null);
  const lines = value.split("\n").length;
  const bad = new Set(problems.map((problem) => problem.line));
  return (
    <div class="editor">
      <div class="gutter" ref={gutter} aria-hidden="true">
        {Array.from({ length: lines }, (_, i) => (
          <span key={i} class={bad.has(i + 1) ? "bad" : ""}>
            {i + 1}
          </span>
        ))}
      </div>
      <textarea
        ref={field}
        aria-label={label}
        aria-invalid={problems.length > 0 ? true : undefined}
        spellcheck={false}
        autocapitalize="off"
        autocomplete="off"
        wrap="off"
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
        onScroll={(event) => {
          if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop;
        }}
      />
    </div>
  );
}
