import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { ApiError, onSignedOut } from "../api/client";
import { asApiError } from "../api/resource";
import type { Session } from "../api/types";
import { Arenas } from "../arena/arenas";
import { ArenaBoard, RunBoard } from "../arena/board";
import { Vote } from "../arena/vote";
import { Catalogue } from "../catalogue/catalogue";
import { Compare } from "../compare/compare";
import { Failure, Notice } from "../parts/notice";
import { RunPageView } from "../run/run";
import { Runs } from "../runs/runs";
import { Samples } from "../samples/samples";
import { SignIn } from "../signin/signin";
import { Submit } from "../submit/submit";
import { Footer } from "./footer";
import { Header } from "./header";
import { go, useRoute, type Route } from "./router";
import { whoAmI } from "./session";

type Access = { is: "asking" } | { is: "in"; session: Session } | { is: "out" } | { is: "unknown"; error: ApiError };

/** Decides who may see what is shown, and keeps focus and title with the view. */
export function Shell({ keyRefused = false }: { keyRefused?: boolean }) {
  const route = useRoute();
  const [access, setAccess] = useState<Access>({ is: "asking" });
  const main = useRef<HTMLElement>(null);

  const ask = () => {
    whoAmI().then(
      (session) => setAccess({ is: "in", session }),
      (cause: unknown) => {
        const error = asApiError(cause);
        setAccess(error.status === 401 ? { is: "out" } : { is: "unknown", error });
      },
    );
  };
  useEffect(ask, []);
  useEffect(() => onSignedOut(() => setAccess({ is: "out" })), []);
  useFocusOnNewView(route, main);

  return (
    <>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to content
      </a>
      <Header session={access.is === "in" ? access.session : undefined} view={route.path[0] ?? "runs"} />
      <main id="main" ref={main} tabIndex={-1}>
        <Allowed access={access} onSignedIn={ask} keyRefused={keyRefused}>
          <View route={route} />
        </Allowed>
      </main>
      <Footer />
      <p id="announcer" class="sr" role="status" aria-live="polite" />
    </>
  );
}

type AllowedProps = { access: Access; onSignedIn: () => void; keyRefused: boolean; children: ComponentChildren };

function Allowed({ access, onSignedIn, keyRefused, children }: AllowedProps) {
  switch (access.is) {
    case "asking":
      return null;
    case "out":
      return <SignIn onSignedIn={onSignedIn} keyRefused={keyRefused} />;
    case "unknown":
      return <Failure error={access.error} retry={onSignedIn} />;
    case "in":
      return <>{children}</>;
  }
}

function View({ route }: { route: Route }) {
  const [view, id, part, sample] = route.path;
  switch (view ?? "runs") {
    case "runs":
      if (id === undefined) return <Runs query={route.query} />;
      if (part === "samples") return <Samples key={id} id={id} open={sample} query={route.query} />;
      return <RunPageView key={id} id={id} query={route.query} />;
    case "new":
      return <Submit query={route.query} />;
    case "compare":
      return <Compare query={route.query} />;
    case "arena":
      if (id === undefined) return <Arenas />;
      if (id === "run" && part) return <RunBoard key={part} id={part} query={route.query} />;
      return part === "vote" ? <Vote key={id} id={id} /> : <ArenaBoard key={id} id={id} query={route.query} />;
    case "catalogue":
      return <Catalogue />;
    case "sign-in":
      go("#/runs", true);
      return null;
    default:
      return (
        <Notice tone="info" title="There is no such page">
          <p>
            The address may be cut off. <a href="#/runs">All runs</a> are a good place to go on.
          </p>
        </Notice>
      );
  }
}

/** A new view takes the focus, so that a keyboard and a screen reader start at its beginning. */
function useFocusOnNewView(route: Route, main: { current: HTMLElement | null }) {
  const view = route.path.slice(0, 3).join("/");
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [view]);
}
