import type { Problem } from "./types";

/** Beside the page, wherever a proxy mounts it. */
const BASE = new URL("api/v1", document.baseURI).pathname;

/** What the server refused, or that it could not be reached (status 0). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly problems: Problem[] = [],
  ) {
    super(detail || title);
  }
}

const signedOut = new EventTarget();

/** Calls back whenever the server says that nobody is signed in. */
export function onSignedOut(callback: () => void): () => void {
  signedOut.addEventListener("out", callback);
  return () => signedOut.removeEventListener("out", callback);
}

export function get<T>(path: string, query?: Record<string, string | undefined>, signal?: AbortSignal): Promise<T> {
  return call<T>(address(path, query), { signal });
}

export function post<T>(path: string, body?: unknown): Promise<T> {
  return call<T>(BASE + path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body ?? {}),
  });
}

/** Sends text or a file as it is. */
export function send<T>(path: string, type: string, body: BodyInit, headers: Record<string, string> = {}): Promise<T> {
  return call<T>(BASE + path, { method: "POST", headers: { "Content-Type": type, ...headers }, body });
}

export function remove(path: string): Promise<void> {
  return call<void>(BASE + path, { method: "DELETE" });
}

export function address(path: string, query: Record<string, string | undefined> = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const text = new URLSearchParams(given).toString();
  return BASE + path + (text ? `?${text}` : "");
}

async function call<T>(url: string, request: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(url, {
      credentials: "same-origin",
      ...request,
      headers: { Accept: "application/json", ...request.headers },
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ApiError(0, "No connection", "The server does not answer. It may be starting or stopped.");
  }
  if (!response.ok) {
    const error = await refusal(response);
    if (error.status === 401 && !url.endsWith("/session")) signedOut.dispatchEvent(new Event("out"));
    throw error;
  }
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

async function refusal(response: Response): Promise<ApiError> {
  const fallback = response.statusText || `Status ${response.status}`;
  if (!(response.headers.get("Content-Type") ?? "").includes("json")) {
    return new ApiError(response.status, fallback, "The server gave no further reason.");
  }
  const body = (await response.json()) as { title?: string; detail?: string; problems?: Problem[] };
  return new ApiError(response.status, body.title ?? fallback, body.detail ?? "", body.problems ?? []);
}
