import { useResource } from "../api/resource";
import type { Health } from "../api/types";

/** Which version answers, and whether all of its services do. */
export function Footer() {
  const { data, error } = useResource<Health>("/health");
  const up = data?.status === "UP";
  const down = Object.entries(data?.services ?? {}).filter(([, state]) => !isUp(state));
  return (
    <footer class="foot">
      <span class={`lamp ${up ? "up" : data || error ? "down" : ""}`} aria-hidden="true" />
      <span>
        {data ? (up ? "All services are up" : `Not up: ${down.map(([name]) => name).join(", ") || "some services"}`) : null}
        {error ? (error.status === 503 ? "Not everything is up" : "The server does not answer") : null}
      </span>
      <span class="grow" />
      <span>Assay {data?.version ?? ""}</span>
      <a href="q/openapi?format=json">REST API</a>
      <a href="assets/licenses.txt">Licences</a>
    </footer>
  );
}

function isUp(state: unknown): boolean {
  if (typeof state === "string") return state === "UP";
  return state === true || (typeof state === "object" && state !== null && (state as { status?: string }).status === "UP");
}
