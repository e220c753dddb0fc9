import { useState } from "preact/hooks";
import { announce } from "./announce";

/** A value that one wants elsewhere; a click copies it whole even where it is shown short. */
export function Copyable({ value, shown, label }: { value: string; shown?: string; label: string }) {
  const [done, setDone] = useState(false);
  const copy = async () => {
    await writeText(value);
    announce(`${label} copied`);
    setDone(true);
    window.setTimeout(() => setDone(false), 1_500);
  };
  return (
    <button type="button" class="copy" title={`Copy ${value}`} aria-label={`Copy ${label} ${value}`} onClick={() => void copy()}>
      <code>{shown ?? value}</code>
      <svg viewBox="0 0 14 14" aria-hidden="true">
        {done ? <path d="M2.5 7.5 5.5 10.5 11.5 3.5" /> : <path d="M5 5h6.5v6.5H5zM9 5V2.5H2.5V9H5" />}
      </svg>
    </button>
  );
}

async function writeText(value: string): Promise<void> {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(value);
    return;
  }
  // Plain http on another host than this one has no clipboard: select a field's text instead.
  const field = document.createElement("textarea");
  field.value = value;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}
