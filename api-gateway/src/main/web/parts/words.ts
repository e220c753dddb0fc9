import type { RunState } from "../api/types";

/** What a state means, in one sentence. */
export const STATE_MEANS: Record<RunState, string> = {
  PLANNING: "Accepted; its data set is being pinned.",
  RUNNING: "Samples are being answered.",
  PAUSED: "Nothing new is sent until it is resumed; calls in flight still end.",
  FINISHING: "Every sample has its outcome; scores and charges are being completed.",
  COMPLETE: "Every sample was answered or refused, scored and charged.",
  PARTIAL: "It ended, but some samples have no answer.",
  FAILED: "It stopped for a cause that would have failed every sample.",
  CANCELLED: "Somebody cancelled it.",
};

/** What a failure kind means and what helps. Errors are never counted as wrong answers. */
export const FAILURE_MEANS: Record<string, string> = {
  RATE_LIMITED: "The provider's quota was used up (429). A larger quota or fewer parallel runs help.",
  OVERLOADED: "The provider asked for patience (503).",
  PROVIDER_ERROR: "The provider failed (5xx).",
  CONNECT: "No connection, or it broke before the first byte.",
  TIMEOUT_FIRST_TOKEN: "The first token did not come in time.",
  TIMEOUT_IDLE: "The answer stood still for too long.",
  DEADLINE: "The attempt's deadline passed.",
  CUT_STREAM: "The stream ended before the answer did.",
  MALFORMED: "The response could not be understood.",
  AUTH: "The provider refused the key (401 or 403), or connection or key are missing. Check them, then run again.",
  UNSUITABLE: "The provider cannot do what this run needs, such as giving the log-probabilities of a prompt.",
  NOT_FOUND: "No such model or address at the provider (404).",
  BAD_REQUEST: "The provider refused the request (4xx).",
  CONTEXT_TOO_LONG: "The prompt does not fit the model.",
  CONTENT_BLOCKED: "The provider's filter blocked prompt or answer.",
  TOO_LARGE: "Prompt or answer is larger than Assay carries.",
  BUDGET: "The run's or the group's money was used up.",
  CANCELLED: "The run was cancelled before this sample was asked.",
  BROKEN: "A defect of Assay. Please report it with the run id.",
};

export const NOT_DECIDED = "Overlapping intervals do not show which model is better; a paired comparison may.";

export const NO_SCORE = "No sample was answered, so there is no score.";
