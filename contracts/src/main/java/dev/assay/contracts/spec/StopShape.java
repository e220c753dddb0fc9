package dev.assay.contracts.spec;

import static dev.assay.contracts.spec.Shape.decimal;
import static dev.assay.contracts.spec.Shape.list;
import static dev.assay.contracts.spec.Shape.optional;
import static dev.assay.contracts.spec.Shape.required;
import static dev.assay.contracts.spec.Shape.text;
import static dev.assay.contracts.spec.Shape.whole;

import dev.assay.contracts.id.IdForm;
import java.util.List;

/** How the question is written that ends a run early. */
final class StopShape {

    static final String REMEDY =
            "Write `stop: {when: {above: 0.8}}`, or below, narrower, better: [one, other] or ranked: true.";

    /** The keys of which one says what is asked. */
    static final List<String> GOALS = List.of("above", "below", "narrower", "better", "ranked");

    static final List<String> ABOUT = List.of("questions", "benchmark");

    private static final String LARGEST = "1000000000";
    private static final int LONGEST_LABEL = 129;
    private static final int MOST_ITEMS = 10_000_000;

    private StopShape() {}

    static Shape of() {
        return new Shape.Fields(
                "a stop",
                List.of(
                        required("when", when(), "What is asked.", REMEDY),
                        optional(
                                "confidence",
                                decimal("0.5", true, "0.9999"),
                                "The chance that all answers of the run are right; by default 0.95.",
                                "Write a share: `confidence: 0.95`."),
                        optional(
                                "atLeast",
                                whole(1, MOST_ITEMS),
                                "Items that are asked in any case; by default 50.",
                                "Write a number of items."),
                        optional(
                                "futility",
                                decimal("0", true, LARGEST),
                                "A distance from the threshold that does not matter: within it the run stops as well. By"
                                        + " default none.",
                                "Write a distance in the metric's unit, `futility: 0.02`, or leave it out."),
                        optional(
                                "about",
                                new Shape.Words(ABOUT),
                                "Whether the answer is to hold for questions like these, or for exactly the items of this"
                                        + " benchmark; by default questions.",
                                "Write `about: benchmark` or leave it out.")),
                null);
    }

    private static Shape when() {
        Shape number = decimal("-" + LARGEST, false, LARGEST);
        Shape pair = list(Shape.id(IdForm.MODEL), 2, 2);
        return new Shape.Fields(
                "a question",
                List.of(
                        optional(
                                "metric",
                                text(LONGEST_LABEL),
                                "The label of the metric; by default the first one.",
                                "Name one of the run's metrics."),
                        optional(
                                "above",
                                number,
                                "Is the score, or the difference, above this?",
                                "Write a score: `above: 0.8`."),
                        optional(
                                "below",
                                number,
                                "Is the score, or the difference, below this?",
                                "Write a score: `below: 0.8`."),
                        optional(
                                "narrower",
                                decimal("0", true, LARGEST),
                                "The score, or the difference, to an interval no wider than this.",
                                "Write a width: `narrower: 0.05`."),
                        optional(
                                "better",
                                pair,
                                "Which of two models is better?",
                                "Name two of the run's models: `better: [one, other]`."),
                        optional(
                                "difference",
                                pair,
                                "Two models whose difference above, below or narrower is about: the first minus the"
                                        + " second.",
                                "Name two of the run's models: `difference: [one, other]`."),
                        optional(
                                "ranked",
                                new Shape.Flag(),
                                "Which of any two models is better?",
                                "Write `ranked: true`, or ask something else.")),
                null);
    }
}
