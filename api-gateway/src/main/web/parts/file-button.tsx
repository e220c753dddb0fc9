import { useRef } from "preact/hooks";

type Props = { label: string; accept: string; disabled?: boolean; small?: boolean; onFile: (file: File) => void };

/** A button that asks for a file; the same file may be chosen again. */
export function FileButton({ label, accept, disabled, small, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        class="sr"
        tabIndex={-1}
        aria-hidden="true"
        accept={accept}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) onFile(file);
          event.currentTarget.value = "";
        }}
      />
      <button type="button" class={small ? "button small" : "button"} disabled={disabled} onClick={() => input.current?.click()}>
        {label}
      </button>
    </>
  );
}
