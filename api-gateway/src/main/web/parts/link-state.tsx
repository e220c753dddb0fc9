import type { Link } from "../api/live";

const WORDS: Record<Link, string> = { connecting: "Connecting", live: "Live", lost: "Connection lost, trying again" };

/** Whether what is shown is fresh. */
export function LinkState({ link }: { link: Link }) {
  return (
    <span class={`link-state ${link}`} role="status">
      <i class="lamp" aria-hidden="true" />
      {WORDS[link]}
    </span>
  );
}
