package dev.assay.contracts.spec;

import static dev.assay.contracts.spec.Shape.anyOf;
import static dev.assay.contracts.spec.Shape.list;
import static dev.assay.contracts.spec.Shape.optional;
import static dev.assay.contracts.spec.Shape.required;
import static dev.assay.contracts.spec.Shape.text;
import static dev.assay.contracts.spec.Shape.whole;

import dev.assay.contracts.id.IdForm;
import java.util.List;

/** How a run is written. */
final class RunShape {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_REPEATS = 10_000;
    private static final int MOST_ITEMS = 10_000_000;
    private static final int MOST_TAGS = 50;
    private static final int LONGEST_TAG = 256;
    private static final int MOST_TRIES = 100;
    private static final int LONGEST_DEADLINE = 86_400;

    static final String MONEY_REMEDY = "Write an amount, `12.50`, with its currency if it is not USD: `12.50 EUR`.";

    private RunShape() {}

    static Shape.Fields of() {
        return new Shape.Fields(
                "a run",
                List.of(
                        optional(
                                "name",
                                text(LONGEST_NAME),
                                "For people; by default the benchmark's name.",
                                "Write a short text."),
                        optional(
                                "group",
                                Shape.id(IdForm.NAME),
                                "The group that pays; by default the one of the key that submits the run.",
                                "Name a group such as `default`, or leave it out."),
                        required(
                                "benchmark",
                                BenchmarkShape.of(),
                                "The name of a built-in benchmark, or one of your own.",
                                "Name a built-in benchmark, `benchmark: its-name`, or describe one of your own with name,"
                                        + " dataset, prompt and target."),
                        required(
                                "models",
                                anyOf(Shape.id(IdForm.MODEL), list(ModelShape.of(), 1, RunSpec.MOST_MODELS)),
                                "Names of registered models, or mappings with a name and parameters.",
                                "Name at least one registered model: `models: [sim-large]`."),
                        optional(
                                "repeats",
                                whole(1, MOST_REPEATS),
                                "How often each item is asked; by default 1.",
                                "Use 1 to ask each item once."),
                        optional(
                                "seed",
                                whole(Long.MIN_VALUE, Long.MAX_VALUE),
                                "Decides the order of items and which ones a limit keeps; by default 0.",
                                "Write a whole number."),
                        optional(
                                "limit",
                                whole(1, MOST_ITEMS),
                                "At most so many items, the first ones in seeded order; by default all.",
                                "Write how many items take part, or leave it out for all."),
                        optional(
                                "extract",
                                ScoringShape.extract(),
                                "Takes the place of the benchmark's own extraction.",
                                ScoringShape.EXTRACT_REMEDY),
                        optional(
                                "metrics",
                                ScoringShape.metrics(),
                                "Takes the place of the benchmark's own metrics.",
                                ScoringShape.METRICS_REMEDY),
                        optional(
                                "perturbations",
                                VariantsShape.rules("a perturbation", VariantsShape.PERTURBATIONS_REMEDY),
                                "Ways of writing the items otherwise: every item is asked so too.",
                                VariantsShape.PERTURBATIONS_REMEDY),
                        optional(
                                "counterfactuals",
                                VariantsShape.rules("a counterfactual", VariantsShape.COUNTERFACTUALS_REMEDY),
                                "Rules that put other people into the items: every item that they change is asked so too.",
                                VariantsShape.COUNTERFACTUALS_REMEDY),
                        optional(
                                "judge",
                                JudgeShape.of(),
                                "A model that judges the answers, or a list of them; by default none.",
                                JudgeShape.REMEDY),
                        optional(
                                "budget",
                                money(),
                                "The most that the run may spend; by default no limit.",
                                MONEY_REMEDY),
                        optional(
                                "stop",
                                StopShape.of(),
                                "A question; once it has its answer, no further items are asked. By default all are.",
                                StopShape.REMEDY),
                        optional("limits", limits(), "How often and how long a sample is tried.", limitsRemedy()),
                        optional(
                                "tags",
                                new Shape.Keyed(text(LONGEST_TAG), IdForm.MODEL, MOST_TAGS),
                                "Names and texts for searching and grouping.",
                                "Write names with a text each: `tags: {purpose: nightly}`.")),
                null);
    }

    static Shape money() {
        return anyOf(
                Shape.coded("an amount", MoneyText.PATTERN, MoneyText::complaint),
                new Shape.Fields(
                        "an amount of money",
                        List.of(
                                required(
                                        "amount",
                                        Shape.coded("an amount", "^[0-9]+(\\.[0-9]+)?$", MoneyText::amountComplaint),
                                        "An exact decimal.",
                                        "Write `amount: 12.50`."),
                                optional(
                                        "currency",
                                        Shape.coded(
                                                "a currency", MoneyText.CURRENCY_PATTERN, MoneyText::currencyComplaint),
                                        "ISO 4217 code; by default USD.",
                                        "Write three capitals: `currency: USD`.")),
                        null));
    }

    private static Shape limits() {
        return new Shape.Fields(
                "limits",
                List.of(
                        optional(
                                "maxTries",
                                whole(1, MOST_TRIES),
                                "Calls that may fail before a sample does; by default 5.",
                                "Use 1 for no second try."),
                        optional(
                                "deadlineSeconds",
                                whole(1, LONGEST_DEADLINE),
                                "Hard end of one attempt, waiting included; by default 300.",
                                "Write whole seconds, at most a day.")),
                null);
    }

    private static String limitsRemedy() {
        return "Write `limits: {maxTries: 5, deadlineSeconds: 300}`.";
    }
}
