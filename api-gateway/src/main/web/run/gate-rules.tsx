import type { Report } from "../api/types";

/** One rule as the form has it; the amount is in points where the metric is a share, else in the metric's own unit. */
export type Rule = { metric: string; asks: "drop" | "limit"; amount: string };

export function firstRule(metric: string): Rule {
  return { metric, asks: "drop", amount: "2" };
}

/** Whether a metric's values are shares, as far as this run shows. */
export function isUnit(report: Report, name: string): boolean {
  const values = report.leaderboard.flatMap((row) => row.metrics.filter((m) => m.metric === name).map((m) => m.value));
  return values.every((value) => value == null || (value >= 0 && value <= 1));
}

/** The policy that says the same. */
export function policyOf(rules: Rule[], units: Set<string>): string {
  const lines = rules.map((rule) => {
    const amount = Number(rule.amount.replace(",", ".") || NaN);
    const value = units.has(rule.metric) ? Number((amount / 100).toPrecision(12)) : amount;
    const name = /^[A-Za-z][\w.-]*$/.test(rule.metric) ? rule.metric : JSON.stringify(rule.metric);
    return `  - {metric: ${name}, ${rule.asks === "drop" ? "maxDrop" : "threshold"}: ${Number.isNaN(value) ? JSON.stringify(rule.amount) : value}}`;
  });
  return `rules:\n${lines.join("\n")}\n`;
}

type Props = { rules: Rule[]; metrics: string[]; units: Set<string>; onChange: (rules: Rule[]) => void };

export function Rules({ rules, metrics, units, onChange }: Props) {
  const change = (at: number, more: Partial<Rule>) => onChange(rules.map((rule, i) => (i === at ? { ...rule, ...more } : rule)));
  return (
    <>
      <ul class="gate-rules">
        {rules.map((rule, i) => (
          <li key={i}>
            <select aria-label={`Metric of rule ${i + 1}`} value={rule.metric} onChange={(event) => change(i, { metric: event.currentTarget.value })}>
              {metrics.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
            <select
              aria-label={`What rule ${i + 1} asks`}
              value={rule.asks}
              onChange={(event) => change(i, { asks: event.currentTarget.value as Rule["asks"] })}
            >
              <option value="drop">no worse than the baseline by more than</option>
              <option value="limit">no worse than</option>
            </select>
            <span class="gate-amount">
              <input
                aria-label={`Amount of rule ${i + 1}`}
                inputMode="decimal"
                size={6}
                value={rule.amount}
                onInput={(event) => change(i, { amount: event.currentTarget.value })}
              />
              {units.has(rule.metric) ? <span>{rule.asks === "drop" ? "points" : "%"}</span> : null}
            </span>
            {rules.length > 1 ? (
              <button type="button" class="button small" aria-label={`Remove rule ${i + 1}`} onClick={() => onChange(rules.filter((_, at) => at !== i))}>
                Remove
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <p>
        <button type="button" class="button small" onClick={() => onChange([...rules, { ...rules[rules.length - 1]!, asks: "limit", amount: "" }])}>
          Add a rule
        </button>
      </p>
    </>
  );
}
