package dev.assay.scoring.gate;

import java.util.List;

/**
 * The rules of a gate.
 *
 * @param rules at least one
 * @param minimumShared the share of the baseline's items that the candidate must have scores for, from 0 to 1; with less a
 *     rule is INSUFFICIENT, since what is missing is seldom missing by chance
 */
public record GatePolicy(List<GateRule> rules, double minimumShared) {

    public GatePolicy {
        rules = List.copyOf(rules);
        if (rules.isEmpty() || !(minimumShared >= 0 && minimumShared <= 1)) {
            throw new IllegalArgumentException("a policy has rules, and a share of items between 0 and 1");
        }
    }

    /** With at least 95 % of the items. */
    public static GatePolicy of(List<GateRule> rules) {
        return new GatePolicy(rules, 0.95);
    }
}
