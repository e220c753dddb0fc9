import { useEffect, useRef, useState } from "preact/hooks";
import { address, get } from "./client";
import type { RunView, Session } from "./types";

export type Link = "connecting" | "live" | "lost";

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 15_000;

/**
 * Follows a stream of run views until it ends or the caller stops it. A hidden tab gives its connection back, since a
 * browser allows six of them per server; a lost one is opened again after a growing pause.
 */
export function follow(path: string, onRun: (run: RunView) => void, onLink: (link: Link) => void): () => void {
  let source: EventSource | undefined;
  let timer: number | undefined;
  let pause = FIRST_PAUSE;
  let over = false;

  const close = () => {
    window.clearTimeout(timer);
    source?.close();
    source = undefined;
  };
  const read = (event: Event) => {
    onLink("live");
    onRun(JSON.parse((event as MessageEvent<string>).data) as RunView);
  };
  const open = () => {
    close();
    if (over || document.hidden) return;
    onLink("connecting");
    const stream = new EventSource(address(path));
    source = stream;
    stream.onopen = () => {
      pause = FIRST_PAUSE;
      onLink("live");
    };
    stream.addEventListener("run", read);
    stream.addEventListener("end", (event) => {
      read(event);
      stop();
    });
    stream.onerror = () => {
      close();
      onLink("lost");
      // The browser hides the status; asking who we are finds out whether the key is still good.
      get<Session>("/session").catch(() => undefined);
      timer = window.setTimeout(open, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    };
  };
  const stop = () => {
    over = true;
    close();
    document.removeEventListener("visibilitychange", open);
  };
  document.addEventListener("visibilitychange", open);
  open();
  return stop;
}

/** Follows while a view is shown; always calls the view's newest callback. Without a path: nothing to follow. */
export function useFollow(path: string | undefined, onRun: (run: RunView) => void): Link {
  const [link, setLink] = useState<Link>("connecting");
  const newest = useRef(onRun);
  newest.current = onRun;
  useEffect(() => (path ? follow(path, (run) => newest.current(run), setLink) : undefined), [path]);
  return link;
}
