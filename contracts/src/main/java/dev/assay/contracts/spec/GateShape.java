package dev.assay.contracts.spec;

import static dev.assay.contracts.spec.Shape.decimal;
import static dev.assay.contracts.spec.Shape.list;
import static dev.assay.contracts.spec.Shape.optional;
import static dev.assay.contracts.spec.Shape.required;
import static dev.assay.contracts.spec.Shape.text;

import java.util.List;

/** How a gate policy is written. */
final class GateShape {

    static final String RULES_REMEDY = "Write a list: `rules: [{metric: exact_match, maxDrop: 0.02}]`.";
    static final List<String> DIRECTIONS = List.of("higher", "lower");
    static final List<String> TIERS = List.of("blocking", "advisory");

    private static final int MOST_RULES = 200;
    private static final int LONGEST_NAME = 200;
    private static final String GREATEST = "1000000000";
    private static final String CONFIDENCE_REMEDY = "Write a share above one half: `confidence: 0.95`.";

    private GateShape() {}

    static Shape.Fields of() {
        return new Shape.Fields(
                "a gate policy",
                List.of(
                        required("rules", list(rule(), 1, MOST_RULES), "What is asked of each metric.", RULES_REMEDY),
                        optional(
                                "baseline",
                                text(LONGEST_NAME),
                                "The run that drops are measured against, as RUN or RUN:MODEL; who asks may name another.",
                                "Write a run's id, or leave it out and name the run when the gate is asked."),
                        optional(
                                "minimumShared",
                                decimal("0", false, "1"),
                                "The share of the baseline's items that must have scores; by default 0.95.",
                                "Write a share: `minimumShared: 0.95`."),
                        optional(
                                "confidence",
                                confidence(),
                                "Of rules that name none; by default 0.95.",
                                CONFIDENCE_REMEDY),
                        optional(
                                "cluster",
                                text(LONGEST_NAME),
                                "A field of the items; those with the same value do not count as independent.",
                                "Write the field's name: `cluster: passage`.")),
                null);
    }

    private static Shape confidence() {
        return decimal("0.5", true, "0.999999");
    }

    private static Shape rule() {
        return new Shape.Fields(
                "a rule",
                List.of(
                        required(
                                "metric",
                                text(LONGEST_NAME),
                                "The name of the score, as reports show it.",
                                "Name a score of the run: `metric: exact_match`."),
                        optional(
                                "direction",
                                new Shape.Words(DIRECTIONS),
                                "Which way is better; by default as the metric says.",
                                "Write higher or lower, or leave it out."),
                        optional(
                                "maxDrop",
                                decimal("0", false, GREATEST),
                                "How much worse than the baseline is tolerated, in the metric's unit: 0.02 is two points.",
                                "Write a number of at least 0: `maxDrop: 0.02`."),
                        optional(
                                "maxRelativeDrop",
                                decimal("0", false, "1"),
                                "The same as a share of the baseline's score; with maxDrop both hold.",
                                "Write a share: `maxRelativeDrop: 0.05`."),
                        optional(
                                "baseline",
                                decimal("-" + GREATEST, false, GREATEST),
                                "A score to measure the drop against in the place of a run's, such as a published one.",
                                "Write a number: `baseline: 0.81`."),
                        optional(
                                "threshold",
                                decimal("-" + GREATEST, false, GREATEST),
                                "The least score, or the greatest where lower is better; needs no baseline.",
                                "Write a number: `threshold: 0.7`."),
                        optional(
                                "tier",
                                new Shape.Words(TIERS),
                                "Whether failing it blocks; by default blocking.",
                                "Write blocking or advisory."),
                        optional(
                                "confidence",
                                confidence(),
                                "Of the verdict; by default the policy's.",
                                CONFIDENCE_REMEDY),
                        optional(
                                "byCategory",
                                new Shape.Flag(),
                                "Holds each category against the rule, in the place of all items together.",
                                "Write true or false.")),
                null);
    }
}
