import type { Session } from "../api/types";
import { Mark } from "./mark";
import { signOut } from "./session";
import { toggleTheme, useTheme } from "./theme";

const PLACES = [
  { view: "runs", href: "#/runs", name: "Runs" },
  { view: "new", href: "#/new", name: "New run" },
  { view: "arena", href: "#/arena", name: "Arena" },
  { view: "catalogue", href: "#/catalogue", name: "Catalogue" },
];

export function Header({ session, view }: { session?: Session; view: string }) {
  return (
    <header class="top">
      <a class="brand" href="#/runs" aria-label="Assay, all runs">
        <Mark />
        <span>Assay</span>
      </a>
      {session ? (
        <nav aria-label="Main">
          {PLACES.map((place) => (
            <a key={place.view} href={place.href} aria-current={place.view === view ? "page" : undefined}>
              {place.name}
            </a>
          ))}
        </nav>
      ) : (
        <span class="grow" />
      )}
      {session ? <Who session={session} /> : null}
      <ThemeSwitch />
    </header>
  );
}

function Who({ session }: { session: Session }) {
  const leave = () => {
    // The server's answer does not matter here: a fresh start shows whether a session is left.
    signOut().finally(() => location.reload());
  };
  const name = session.role === "admin" ? "admin" : (session.group ?? session.name ?? "member");
  return (
    <span class="who">
      <span title={session.role === "admin" ? "Sees every group" : "Sees this group"}>{name}</span>
      <button type="button" class="icon" onClick={leave} aria-label="Sign out" title="Sign out">
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M8 3.5H4.5v13H8M8.5 10h8M13.5 6.5 17 10l-3.5 3.5" />
        </svg>
      </button>
    </span>
  );
}

function ThemeSwitch() {
  const dark = useTheme() === "dark";
  return (
    <button
      type="button"
      class="icon"
      onClick={toggleTheme}
      aria-label={dark ? "Use the light theme" : "Use the dark theme"}
      title={dark ? "Light theme" : "Dark theme"}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">
        {dark ? (
          <path d="M10 6.2a3.8 3.8 0 1 1 0 7.6 3.8 3.8 0 0 1 0-7.6zM10 1.8v1.9M10 16.3v1.9M1.8 10h1.9M16.3 10h1.9M4.2 4.2l1.3 1.3M14.5 14.5l1.3 1.3M4.2 15.8l1.3-1.3M14.5 5.5l1.3-1.3" />
        ) : (
          <path d="M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7z" />
        )}
      </svg>
    </button>
  );
}
