import { significant } from "../parts/format";

/** A sample's score: right and wrong as a tick and a cross, anything between as its number. */
export function ScoreMark({ label, value, named = false }: { label: string; value: number | null | undefined; named?: boolean }) {
  const kind = value == null ? "none" : value >= 1 ? "right" : value <= 0 ? "wrong" : "part";
  const words = { none: "no score", right: "right", wrong: "wrong", part: value == null ? "" : significant(value) }[kind];
  return (
    <span class={`mark-${kind} score-mark`} title={`${label}: ${value ?? "no score"}`}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {kind === "right" ? <path d="M2.2 6.4 5 9l4.8-6" /> : null}
        {kind === "wrong" ? <path d="m3 3 6 6M9 3 3 9" /> : null}
        {kind === "none" ? <path d="M3 6h6" /> : null}
      </svg>
      {kind === "part" ? words : <span class="sr">{words}</span>}
      {named ? <span> {label}</span> : null}
    </span>
  );
}
