import type { Report, RunView } from "../api/types";
import { Copyable } from "../parts/copy";
import { count } from "../parts/format";

/** What makes the run repeatable: two runs with one manifest give one report. */
export function Manifest({ run, report }: { run: RunView; report?: Report }) {
  const manifest: Record<string, unknown> = report?.manifest ?? {};
  const hash = typeof manifest["hash"] === "string" ? manifest["hash"] : run.manifest;
  const shown = Object.entries(manifest).filter(([name]) => !["hash", "models"].includes(name));
  const models = Array.isArray(manifest["models"]) ? (manifest["models"] as unknown[]) : run.models;
  return (
    <section class="panel" aria-labelledby="manifest-title">
      <h2 id="manifest-title">Manifest</h2>
      <p class="quiet">Everything that decides prompts, answers, scores and prices. The same hash means the same experiment.</p>
      <dl class="pairs">
        {hash ? (
          <>
            <dt>Hash</dt>
            <dd>
              <Copyable value={hash} label="manifest hash" />
            </dd>
          </>
        ) : null}
        {shown.map(([name, value]) => (
          <Pair key={name} name={name} value={value} />
        ))}
        {report ? null : <Pair name="seed" value={run.seed} />}
        {models.map((model, i) => (
          <Pair key={i} name={i === 0 ? "models" : ""} value={model} />
        ))}
      </dl>
    </section>
  );
}

function Pair({ name, value }: { name: string; value: unknown }) {
  return (
    <>
      <dt>{name.replace(/([A-Z])/g, " $1").toLowerCase()}</dt>
      <dd>
        <Value name={name} value={value} />
      </dd>
    </>
  );
}

function Value({ name, value }: { name: string; value: unknown }) {
  if (typeof value === "string" && /^(sha256:)?[0-9a-f]{40,}$/.test(value)) {
    return <Copyable value={value} label={name} />;
  }
  if (typeof value === "number") return <>{name === "seed" ? String(value) : count(value)}</>;
  if (typeof value === "object" && value !== null && ("name" in value || "model" in value)) {
    return <Named value={value as Record<string, unknown>} />;
  }
  return <>{asText(value)}</>;
}

/** What most readers look for first: a name, its version, and what differs from the default. */
function Named({ value }: { value: Record<string, unknown> }) {
  const { name, model, version, providerModel, parameters, ...rest } = value;
  const called = String(name ?? model);
  const details = [
    providerModel && providerModel !== called ? `asked as ${String(providerModel)}` : "",
    asText(parameters ?? {}),
    asText(rest),
  ].filter(Boolean);
  return (
    <>
      {called} {version == null ? "" : String(version)}
      {details.length > 0 ? <span class="quiet"> {details.join(", ")}</span> : null}
    </>
  );
}

/** Nested values on one line, without the noise of quotes: `stop: (a, b), maxTokens: 64`. */
function asText(value: unknown): string {
  if (value == null) return "–";
  if (Array.isArray(value)) return value.map(asText).join(", ");
  if (typeof value === "object") {
    return Object.entries(value)
      .filter(([, inner]) => inner != null && !(Array.isArray(inner) && inner.length === 0))
      .map(([key, inner]) => `${key}: ${inner !== null && typeof inner === "object" ? `(${asText(inner)})` : asText(inner)}`)
      .join(", ");
  }
  return String(value);
}
