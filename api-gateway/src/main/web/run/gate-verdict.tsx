import type { GateVerdict, RuleVerdict } from "../api/types";
import { count, significant } from "../parts/format";

/** What is said over all rules; the shape says it without the colour. */
export const DECISIONS: Record<GateVerdict["decision"], { title: string; means: string; tone: string }> = {
  GO: { title: "Go", means: "Every blocking rule passes.", tone: "pass" },
  NO_GO: { title: "No-go", means: "A blocking rule is breached.", tone: "breach" },
  INCONCLUSIVE: {
    title: "Inconclusive",
    means: "No blocking rule is breached, but not every one is shown to hold either.",
    tone: "insufficient",
  },
};

const OUTCOMES: Record<RuleVerdict["outcome"], string> = { PASS: "Pass", BREACH: "Breach", INSUFFICIENT: "Insufficient" };

export function Verdict({ verdict, units }: { verdict: GateVerdict; units: Set<string> }) {
  const decision = DECISIONS[verdict.decision];
  return (
    <section class={`gate-verdict gate-${decision.tone}`} aria-labelledby="gate-decision">
      <h3 id="gate-decision">
        <Shape tone={decision.tone} /> {decision.title}
      </h3>
      <p>
        {decision.means} {verdict.candidate.split(":").slice(1).join(":")}
        {verdict.baseline ? ` against ${verdict.baseline.split(":").slice(1).join(":")}` : ""}.
      </p>
      <ul class="gate-outcomes">
        {verdict.rules.map((rule, i) => (
          <Outcome key={i} rule={rule} unit={units.has(rule.metric)} />
        ))}
      </ul>
    </section>
  );
}

function Outcome({ rule, unit }: { rule: RuleVerdict; unit: boolean }) {
  const tone = rule.outcome.toLowerCase();
  return (
    <li>
      <span class={`badge gate-${tone}`}>
        <Shape tone={tone} />
        {OUTCOMES[rule.outcome]}
      </span>
      <div>
        <p class="gate-rule">
          <span>
            <b>{rule.metric}</b>
            {rule.category ? ` in ${rule.category}` : ""}, {rule.asked}
          </span>
          {rule.tier === "advisory" ? <span class="chip">advisory: decides nothing</span> : null}
        </p>
        <p class="quiet">{rule.reason}</p>
        <p class="small quiet">
          {rule.low == null || rule.high == null ? null : (
            <>
              {signed(rule.change, unit)}
              {unit ? " points" : ""} ({signed(rule.low, unit)} to {signed(rule.high, unit)}, {significant(rule.confidence * 100)} % at each end) ·{" "}
            </>
          )}
          {count(rule.items)} items
          {rule.missing > 0 ? ` · ${count(rule.missing)} scores missing` : ""}
          {rule.itemsNeeded ? ` · about ${count(rule.itemsNeeded)} items would decide it` : ""}
        </p>
      </div>
    </li>
  );
}

/** With its sign, in points where the metric is a share. */
function signed(value: number, unit: boolean): string {
  const text = unit ? Math.abs(value * 100).toFixed(1) : significant(Math.abs(value));
  return `${value > 0 ? "+" : value < 0 ? "−" : ""}${text}`;
}

function Shape({ tone }: { tone: string }) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true">
      {tone === "pass" ? <path class="stroke" d="M2.2 6.4 5 9l4.8-6" /> : null}
      {tone === "breach" ? <path class="stroke" d="m2.8 2.8 6.4 6.4M9.2 2.8 2.8 9.2" /> : null}
      {tone === "insufficient" ? <path class="stroke" d="M2 6h8" /> : null}
    </svg>
  );
}
