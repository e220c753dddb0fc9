import { link } from "../app/router";
import { StateBadge } from "../parts/badge";
import { count, percent } from "../parts/format";
import { nameOf, valueText, type Figures } from "./figures";
import type { Comparison } from "./types";

type Props = { comparison: Comparison; figures: Figures; onBaseline: (side: string) => void };

/** Who is compared, each by itself; one of them is the baseline. */
export function Sides({ comparison, figures, onBaseline }: Props) {
  const { sides, metric } = comparison;
  return (
    <section class="block" aria-labelledby="sides-title">
      <div class="block-head">
        <h2 id="sides-title">Compared</h2>
      </div>
      <ul class="sides">
        {sides.map((side, i) => (
          <li key={side.side} class={i === 0 ? "side baseline" : "side"}>
            <p class="side-name">
              <i class={`dot hue-${i % 8}`} aria-hidden="true" />
              <b>{nameOf(side, sides)}</b>
            </p>
            <p class="side-run">
              <a href={link(["runs", side.run])}>{side.runName || side.run}</a> <StateBadge state={side.state} />
            </p>
            <p class="side-value">
              <b>{valueText(side.value, figures)}</b>{" "}
              <small>
                {side.low != null && side.high != null ? `${valueText(side.low, figures)} to ${valueText(side.high, figures)}, ` : ""}
                {metric} by itself
              </small>
            </p>
            <p class="quiet small">
              {count(side.scored)} of {count(side.items)} items scored
              {side.coverage < 1 ? <span class="warn"> ({percent(side.coverage)} of samples)</span> : null}
            </p>
            {i === 0 ? (
              <p class="chip">Baseline</p>
            ) : (
              <button type="button" class="button small" onClick={() => onBaseline(side.side)}>
                Use as baseline
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
