import type { RunState } from "../api/types";
import { titled } from "./format";
import { STATE_MEANS } from "./words";

/** A run's state: a shape of its own besides the colour, so that it can be read without colours. */
export function StateBadge({ state }: { state: RunState }) {
  return (
    <span class={`badge state-${state.toLowerCase()}`} title={STATE_MEANS[state]}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <StateShape state={state} />
      </svg>
      {titled(state)}
    </span>
  );
}

function StateShape({ state }: { state: RunState }) {
  switch (state) {
    case "PLANNING":
    case "RUNNING":
    case "FINISHING":
      return <circle class="pulse" cx="6" cy="6" r="3.5" />;
    case "PAUSED":
      return <path d="M3 2h2.2v8H3zM6.8 2H9v8H6.8z" />;
    case "COMPLETE":
      return <path class="stroke" d="M2.2 6.4 5 9l4.8-6" />;
    case "PARTIAL":
      return <path d="M6 1.5a4.5 4.5 0 0 1 0 9zM6 1.5a4.5 4.5 0 0 0 0 9" class="half" />;
    case "FAILED":
      return <path class="stroke" d="m2.8 2.8 6.4 6.4M9.2 2.8 2.8 9.2" />;
    case "CANCELLED":
      return <path class="stroke" d="M2 6h8" />;
    default:
      return <circle cx="6" cy="6" r="3" />;
  }
}

export function OutcomeBadge({ outcome, failure }: { outcome: string; failure?: string | null }) {
  return (
    <span class={`outcome outcome-${outcome.toLowerCase()}`}>
      {titled(outcome)}
      {failure ? <small> {titled(failure)}</small> : null}
    </span>
  );
}

/** The colour that a model has everywhere in a run: by its place in the run's list. */
export function ModelName({ model, index }: { model: string; index: number }) {
  return (
    <span class="model">
      <i class={`dot hue-${index % 8}`} aria-hidden="true" />
      <span>{model}</span>
    </span>
  );
}
