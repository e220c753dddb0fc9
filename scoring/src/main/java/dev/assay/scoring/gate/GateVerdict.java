package dev.assay.scoring.gate;

import dev.assay.scoring.statistics.Interval;
import java.util.List;
import java.util.Optional;

/**
 * What a gate says.
 *
 * @param decision over all blocking rules
 * @param rules in the policy's order
 */
public record GateVerdict(Decision decision, List<RuleVerdict> rules) {

    public GateVerdict {
        rules = List.copyOf(rules);
    }

    /** Over all blocking rules. */
    public enum Decision {
        /** All pass. */
        GO(0),
        /** One is breached. */
        NO_GO(1),
        /** None is breached, but one cannot be decided with these items. */
        INCONCLUSIVE(2);

        private final int exitStatus;

        Decision(int exitStatus) {
            this.exitStatus = exitStatus;
        }

        /** Of a command line: 0, 1 or 2. */
        public int exitStatus() {
            return exitStatus;
        }
    }

    /** Of one rule. */
    public enum Outcome {
        /** Shown to be no worse than tolerated. */
        PASS,
        /** Shown to be worse, and not shown to be within what is tolerated. */
        BREACH,
        /** Neither is shown: more items are needed, or scores are missing. */
        INSUFFICIENT
    }

    /**
     * One rule's verdict with its evidence.
     *
     * @param rule that was applied
     * @param outcome of it
     * @param items that it rests on
     * @param change estimated, in the metric's unit, above 0 if the candidate is better; for a limit, the distance to it
     * @param range of the change, with the rule's confidence at each end; empty if there are too few items
     * @param worseP the chance of so bad a result if the candidate is not worse; Holm-adjusted over blocking rules
     * @param itemsNeeded about how many items would decide the rule with power 0.8 if nothing had changed; empty if any
     *     number would not, or if scores are missing
     * @param reason one sentence
     */
    public record RuleVerdict(
            GateRule rule,
            Outcome outcome,
            long items,
            double change,
            Optional<Interval> range,
            double worseP,
            Optional<Long> itemsNeeded,
            String reason) {

        /** The same evidence, which is not enough. */
        RuleVerdict undecided(String why) {
            return new RuleVerdict(rule, Outcome.INSUFFICIENT, items, change, range, worseP, Optional.empty(), why);
        }
    }
}
