package dev.assay.contracts.spec;

import static dev.assay.contracts.spec.Shape.anyOf;
import static dev.assay.contracts.spec.Shape.decimal;
import static dev.assay.contracts.spec.Shape.list;
import static dev.assay.contracts.spec.Shape.optional;
import static dev.assay.contracts.spec.Shape.required;
import static dev.assay.contracts.spec.Shape.text;
import static dev.assay.contracts.spec.Shape.whole;

import dev.assay.contracts.id.IdForm;
import java.util.List;
import java.util.stream.Stream;

/** How a run names its judges. */
final class JudgeShape {

    static final String REMEDY = "Write `judge: {model: sim-judge, mode: pairwise}`, or a list of such judges.";
    static final List<String> MODES = List.of("pointwise", "pairwise");

    private static final int MOST_JUDGES = 10;
    private static final int LONGEST_PROMPT = 1 << 18;
    private static final int LONGEST_CRITERION = 200;
    private static final int MOST_CRITERIA = 20;
    private static final int MOST_VERSIONS = 1_000_000;

    private JudgeShape() {}

    static Shape of() {
        Shape judge = judge();
        return anyOf(judge, list(judge, 1, MOST_JUDGES));
    }

    private static Shape judge() {
        return new Shape.Fields(
                "a judge",
                List.of(
                        required(
                                "model",
                                ModelShape.of(),
                                "The registered model that judges, or a mapping with its name and parameters.",
                                "Name a registered model: `model: sim-judge`."),
                        optional(
                                "name",
                                Shape.id(IdForm.NAME),
                                "By which reports call it, and the label of its grades; by default judge.",
                                "Write a short name: `name: strict-judge`."),
                        optional(
                                "mode",
                                new Shape.Words(MODES),
                                "pointwise: it grades each answer. pairwise: it compares two models' answers. By default"
                                        + " pointwise.",
                                "Write `mode: pointwise` or `mode: pairwise`."),
                        optional(
                                "prompt",
                                anyOf(text(LONGEST_PROMPT), own()),
                                "A built-in prompt's name, or one of your own; by default the one that fits mode,"
                                        + " reference and criteria.",
                                "Name one of " + String.join(", ", JudgePrompts.names())
                                        + ", or write `prompt: {template: \"...\"}`."),
                        optional(
                                "reference",
                                new Shape.Flag(),
                                "Whether the judge is shown the right answer; by default false.",
                                "Write true or false."),
                        optional(
                                "criteria",
                                list(text(LONGEST_CRITERION), 1, MOST_CRITERIA),
                                "What a rubric grades, one grade each; the score is their mean.",
                                "Write a list: `criteria: [correctness, clarity]`."),
                        optional(
                                "scale",
                                list(decimal("-1000000", false, "1000000"), 2, 2),
                                "The worst and the best grade; by default [1, 10].",
                                "Write two numbers, the worst grade first: `scale: [1, 5]`."),
                        optional(
                                "baseline",
                                Shape.id(IdForm.MODEL),
                                "The model of the run that each other one is compared with; by default all are compared"
                                        + " with all.",
                                "Name one of the run's models: `baseline: sim-small`."),
                        optional(
                                "swap",
                                new Shape.Flag(),
                                "Whether each pair is shown in both orders; by default true.",
                                "Write true or false; without it a judge's liking for a place cannot be seen."),
                        optional(
                                "human",
                                text(LONGEST_CRITERION),
                                "The field of the dataset that holds people's ratings or votes, to compare with.",
                                "Name a field: `human: ratings`.")),
                null);
    }

    private static Shape own() {
        return new Shape.Fields(
                "a judge's prompt",
                List.of(
                        required(
                                "template",
                                text(LONGEST_PROMPT),
                                "A text with {{ question }} and {{ answer }}, or {{ answer_a }} and {{ answer_b }}.",
                                "Write the text, and where the answers stand: `template: \"... {{ answer }}\"`."),
                        optional(
                                "version",
                                whole(1, MOST_VERSIONS),
                                "Of the wording; by default 1.",
                                "Count up when the wording changes: `version: 2`."),
                        optional(
                                "format",
                                new Shape.Words(Stream.concat(
                                                JudgePrompts.POINTWISE_FORMATS.stream(),
                                                JudgePrompts.PAIRWISE_FORMATS.stream())
                                        .toList()),
                                "How the reply is read; by default rating, rubric with criteria, and letter for pairs.",
                                "Write `format: rating` for [[7]], `format: letter` for [[A]].")),
                null);
    }
}
