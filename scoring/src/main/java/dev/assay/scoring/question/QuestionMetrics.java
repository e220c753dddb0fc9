package dev.assay.scoring.question;

import dev.assay.scoring.definition.Parameter;
import dev.assay.scoring.definition.Parameter.Kind;
import dev.assay.scoring.metric.Metric;
import dev.assay.scoring.metric.MetricType;
import dev.assay.scoring.metric.Score;
import dev.assay.scoring.text.PythonText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The metrics of this package that can be named. */
public final class QuestionMetrics {

    private QuestionMetrics() {}

    public static List<MetricType> types() {
        return List.of(
                squad(
                        "squad_em",
                        "SQuAD v1.1: prediction and a reference are the same after normalisation.",
                        (prediction, references) -> Squad.V1_1.exactMatch(prediction, references)),
                squad(
                        "squad_f1",
                        "SQuAD v1.1: overlap of the words of prediction and reference; 0 if a side has none.",
                        (prediction, references) -> Squad.V1_1.f1(prediction, references)),
                squad(
                        "squad_v2_em",
                        "SQuAD v2: as squad_em; a blank reference stands for a question without answer.",
                        (prediction, references) ->
                                question(prediction, references).exactMatch()),
                squad(
                        "squad_v2_f1",
                        "SQuAD v2: as squad_f1, but 1 if prediction and reference both have no words.",
                        (prediction, references) ->
                                question(prediction, references).f1()),
                drop("drop_em", "DROP: prediction and a reference have the same spans.", Drop.Result::exactMatch),
                drop("drop_f1", "DROP: overlap of the words of the best paired spans.", Drop.Result::f1),
                squad(
                        "drop_fuzzy",
                        "DROP in simple-evals: prediction or a reference contains the other after normalisation.",
                        (prediction, references) ->
                                references.stream().anyMatch(r -> Drop.fuzzyMatch(prediction, r)) ? 1 : 0));
    }

    private static SquadQuestion question(String prediction, List<String> references) {
        return new SquadQuestion(references, prediction, OptionalDouble.empty());
    }

    private static MetricType squad(String name, String meaning, Comparison comparison) {
        Metric metric = (prediction, sample) -> sample.references().isEmpty()
                ? new Score.Unscorable("the item has no reference")
                : Score.of(prediction == null ? 0 : comparison.of(prediction, sample.references()));
        return MetricType.unit(name, meaning, MetricType.Needs.EXTRACTED, List.of(), arguments -> metric);
    }

    private static MetricType drop(String name, String meaning, ToDoubleFunction<Drop.Result> value) {
        return MetricType.unit(
                name,
                meaning,
                MetricType.Needs.EXTRACTED,
                List.of(Parameter.optional(
                        "span_separator",
                        Kind.TEXT,
                        "what stands between the spans of an answer; default: an answer is one span")),
                arguments -> {
                    Optional<String> separator =
                            arguments.text("span_separator").filter(text -> !text.isEmpty());
                    return (prediction, sample) -> Score.best(
                            sample.references(),
                            reference -> PythonText.strip(reference).isEmpty()
                                    ? new Score.Unscorable("the reference is blank")
                                    : Score.of(
                                            prediction == null
                                                    ? 0
                                                    : value.applyAsDouble(Drop.score(
                                                            spans(prediction, separator),
                                                            spans(reference, separator)))));
                });
    }

    private static List<String> spans(String text, Optional<String> separator) {
        return separator.map(s -> PythonText.split(text, s)).orElse(List.of(text));
    }

    /** A score between 0 and 1. */
    @FunctionalInterface
    private interface Comparison {
        double of(String prediction, List<String> references);
    }
}
