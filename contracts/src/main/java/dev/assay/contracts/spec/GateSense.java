package dev.assay.contracts.spec;

import dev.assay.contracts.spec.document.Node;
import java.util.List;
import java.util.Objects;

/** What must hold across the fields of a gate policy: every rule asks one thing, and something can block. */
final class GateSense {

    private final Problems problems;

    GateSense(Problems problems) {
        this.problems = problems;
    }

    void check(View policy) {
        List<View> rules = policy.at("rules").items();
        rules.forEach(this::checkRule);
        boolean advice = !rules.isEmpty()
                && rules.stream()
                        .allMatch(rule -> rule.at("tier")
                                .text()
                                .filter("advisory"::equals)
                                .isPresent());
        if (advice) {
            problems.add(
                    policy.at("rules").path(),
                    nodeOf(policy.at("rules")),
                    "has no rule that blocks, so that nothing could stop a release",
                    "Leave out `tier: advisory` of at least one rule.");
        }
    }

    private void checkRule(View rule) {
        View threshold = rule.at("threshold");
        View baseline = rule.at("baseline");
        boolean drops =
                rule.at("maxDrop").isPresent() || rule.at("maxRelativeDrop").isPresent();
        if (rule.isMapping() && !drops && !threshold.isPresent()) {
            problems.add(
                    rule.path(),
                    nodeOf(rule),
                    "asks for nothing",
                    "Give it a maxDrop, a maxRelativeDrop or a threshold: `{metric: exact_match, maxDrop: 0.02}`.");
        }
        if (drops && threshold.isPresent()) {
            problems.add(
                    threshold.path(),
                    nodeOf(threshold),
                    "stands beside a drop",
                    "Write two rules: one with the drop, one with the threshold.");
        }
        if (baseline.isPresent() && threshold.isPresent()) {
            problems.add(
                    baseline.path(), nodeOf(baseline), "stands beside threshold", "A threshold needs no baseline.");
        }
        if (baseline.isPresent() && rule.at("byCategory").flag()) {
            problems.add(
                    baseline.path(),
                    nodeOf(baseline),
                    "is one score, but byCategory compares each category",
                    "Name a baseline run, or write a rule without byCategory.");
        }
    }

    private static Node nodeOf(View view) {
        return Objects.requireNonNull(view.node(), "only what is present is checked");
    }
}
