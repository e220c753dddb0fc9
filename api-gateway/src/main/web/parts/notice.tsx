import type { ComponentChildren } from "preact";
import type { ApiError } from "../api/client";

type Tone = "info" | "warn" | "bad";

export function Notice({ tone, title, children }: { tone: Tone; title: string; children?: ComponentChildren }) {
  return (
    <section class={`notice notice-${tone}`} role={tone === "bad" ? "alert" : "note"}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

export function Failure({ error, retry }: { error: ApiError; retry?: () => void }) {
  return (
    <Notice tone="bad" title={error.title}>
      <p>{error.detail || "The server gave no further reason."}</p>
      {retry ? (
        <p>
          <button type="button" class="button" onClick={retry}>
            Try again
          </button>
        </p>
      ) : null}
    </Notice>
  );
}

/** Holds the place of what is being fetched, in its later size. */
export function Waiting({ rows = 4, label }: { rows?: number; label: string }) {
  return (
    <div class="waiting" role="status">
      <span class="sr">{label}</span>
      {Array.from({ length: rows }, (_, i) => (
        <span key={i} class="bone" aria-hidden="true" />
      ))}
    </div>
  );
}

export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <section class="empty">
      <svg viewBox="0 0 120 40" aria-hidden="true">
        <path d="M8 12v16M112 12v16M8 20h104" />
        <path class="ticks" d="M34 17v6M60 17v6M86 17v6" />
        <circle cx="60" cy="20" r="7" />
      </svg>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
