package dev.assay.contracts.spec;

import static dev.assay.contracts.spec.Shape.anyOf;
import static dev.assay.contracts.spec.Shape.list;
import static dev.assay.contracts.spec.Shape.optional;
import static dev.assay.contracts.spec.Shape.text;

import dev.assay.contracts.id.IdForm;
import java.util.List;

/** How extraction and metrics are written, in a run and in a benchmark of one's own. */
final class ScoringShape {

    /** Keys that may hold a filter's name: ours, and those of the field's task files. */
    static final List<String> FILTER_KEYS = List.of("filter", "name", "function");

    static final List<String> METRIC_KEYS = List.of("metric", "name");

    /** Keys of a metric that are no parameters of it. */
    static final List<String> OTHER_METRIC_KEYS = List.of("pipeline", "label", "repeats");

    static final String EXTRACT_REMEDY =
            "Write a list of steps, `extract: [strip]`, or several named ones, `extract: {strict: [...], flexible: [...]}`.";
    static final String METRICS_REMEDY =
            "Write names or mappings: `metrics: [exact_match, {metric: numeric, absolute_tolerance: 0.01}]`.";

    private static final int MOST_STEPS = 50;
    private static final int MOST_PIPELINES = 20;
    private static final int MOST_METRICS = 50;
    private static final int LONGEST_NAME = 64;

    private ScoringShape() {}

    static Shape extract() {
        Shape steps = anyOf(text(LONGEST_NAME), list(step(), 1, MOST_STEPS));
        return anyOf(
                text(LONGEST_NAME), list(step(), 1, MOST_STEPS), new Shape.Keyed(steps, IdForm.NAME, MOST_PIPELINES));
    }

    private static Shape step() {
        Shape name = text(LONGEST_NAME);
        return anyOf(
                name,
                new Shape.Fields(
                        "an extraction step",
                        List.of(
                                optional(
                                        "filter",
                                        name,
                                        "The filter's name; its parameters stand beside it.",
                                        EXTRACT_REMEDY),
                                optional("name", name, "Another spelling of `filter`.", EXTRACT_REMEDY),
                                optional("function", name, "Another spelling of `filter`.", EXTRACT_REMEDY)),
                        new Shape.Anything()));
    }

    static Shape metrics() {
        Shape name = text(LONGEST_NAME);
        return anyOf(
                name,
                list(
                        anyOf(
                                name,
                                new Shape.Fields(
                                        "a metric",
                                        List.of(
                                                optional(
                                                        "metric",
                                                        name,
                                                        "The metric's name; its parameters stand beside it.",
                                                        METRICS_REMEDY),
                                                optional("name", name, "Another spelling of `metric`.", METRICS_REMEDY),
                                                optional(
                                                        "pipeline",
                                                        name,
                                                        "The extraction pipeline whose result is scored; by default each one.",
                                                        "Name one of the pipelines under extract."),
                                                optional(
                                                        "repeats",
                                                        Shape.coded(
                                                                "a fold of repeats",
                                                                RepeatsText.PATTERN,
                                                                RepeatsText::complaint),
                                                        "What an item's repeats become: mean, mean@k, pass@k, pass^k, maj@k or"
                                                                + " consistency; by default their mean.",
                                                        RepeatsText.REMEDY),
                                                optional(
                                                        "label",
                                                        name,
                                                        "The name of the score; by default the metric's.",
                                                        "Give a short text.")),
                                        new Shape.Anything())),
                        1,
                        MOST_METRICS));
    }
}
