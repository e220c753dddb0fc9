import { get, post, remove } from "../api/client";
import type { Session } from "../api/types";

/**
 * Takes the key out of an address such as `#key=…` or `#key=…&to=/runs/ID`, before anything else reads the address, and
 * leaves no trace of it in the history.
 */
export function takeKeyFromAddress(): string | undefined {
  const parts = new URLSearchParams(location.hash.replace(/^#\/?\??/, ""));
  const key = parts.get("key");
  if (!key) return undefined;
  const to = parts.get("to") ?? "";
  history.replaceState(null, "", `${location.pathname}${location.search}#${to.startsWith("/") ? to : "/runs"}`);
  return key;
}

export function signIn(key: string): Promise<Session> {
  return post<Session>("/session", { key: key.trim() });
}

export function signOut(): Promise<void> {
  return remove("/session");
}

export function whoAmI(): Promise<Session> {
  return get<Session>("/session");
}
