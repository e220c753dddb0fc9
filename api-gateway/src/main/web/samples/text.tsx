import { useState } from "preact/hooks";

const FOLD_FROM = 1_600;

/** Text as it is, spaces and all; a very long one begins folded. */
export function LongText({ text }: { text: string }) {
  const [whole, setWhole] = useState(text.length <= FOLD_FROM);
  return (
    <>
      <pre class="text">{whole ? text : `${text.slice(0, FOLD_FROM)} …`}</pre>
      {whole ? null : (
        <button type="button" class="button small" onClick={() => setWhole(true)}>
          Show all {text.length.toLocaleString("en")} characters
        </button>
      )}
    </>
  );
}

/** The answer with the extracted part marked: the last place where it stands, which is what most extractions take. */
export function Marked({ text, find }: { text: string; find?: string | null }) {
  const from = find ? text.lastIndexOf(find) : -1;
  if (!find || from < 0) return <LongText text={text} />;
  return (
    <pre class="text">
      {text.slice(0, from)}
      <mark>{find}</mark>
      {text.slice(from + find.length)}
    </pre>
  );
}
