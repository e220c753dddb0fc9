package dev.assay.scoring.speech;

import dev.assay.scoring.definition.Arguments;
import dev.assay.scoring.definition.Parameter;
import dev.assay.scoring.edit.Alignment;
import dev.assay.scoring.edit.EditDistance;
import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.metric.Metric;
import dev.assay.scoring.metric.MetricType;
import dev.assay.scoring.metric.MetricType.Direction;
import dev.assay.scoring.metric.MetricType.Needs;
import dev.assay.scoring.text.PythonText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The metrics of transcripts by the field's names. */
public final class SpeechMetrics {

    private static final double OPEN = Double.POSITIVE_INFINITY;

    private static final Parameter TRANSFORM = Parameter.oneOf(
            "transform",
            List.of(Transform.DEFAULT.written(), Transform.STANDARDIZE.written()),
            "default, or standardize: lower case, contractions written out, nothing in brackets");

    private SpeechMetrics() {}

    public static List<MetricType> types() {
        return List.of(
                type(
                        "wer",
                        "Word errors divided by the reference's words (jiwer).",
                        OPEN,
                        SpeechMetrics::wordErrorRate),
                new MetricType(
                        "cer",
                        1,
                        "Character errors divided by the reference's characters (jiwer).",
                        Needs.EXTRACTED,
                        Direction.LOWER_IS_BETTER,
                        0,
                        OPEN,
                        List.of(),
                        arguments -> characterErrorRate()),
                type(
                        "mer",
                        "Word errors divided by hits and errors (jiwer).",
                        1,
                        arguments -> aligned(arguments, ErrorRates::matchErrorRate)),
                type(
                        "wil",
                        "Share of the words' information that is lost (jiwer).",
                        1,
                        arguments -> aligned(arguments, ErrorRates::informationLost)));
    }

    private static MetricType type(String name, String meaning, double maximum, Function<Arguments, Metric> factory) {
        return new MetricType(
                name, 1, meaning, Needs.EXTRACTED, Direction.LOWER_IS_BETTER, 0, maximum, List.of(TRANSFORM), factory);
    }

    private static Metric wordErrorRate(Arguments arguments) {
        Transform transform = transform(arguments);
        return new RateMetric(
                (reference, hypothesis) -> {
                    Map<String, Integer> numbers = new HashMap<>();
                    return errors(numbered(reference, transform, numbers), numbered(hypothesis, transform, numbers));
                },
                SpeechMetrics::errorRate);
    }

    private static Metric characterErrorRate() {
        return new RateMetric(
                (reference, hypothesis) -> errors(
                        PythonText.strip(reference).codePoints().toArray(),
                        PythonText.strip(hypothesis).codePoints().toArray()),
                SpeechMetrics::errorRate);
    }

    /** Errors and the reference's length: unlike the kinds of errors, these need no memory of the way. */
    private static double[] errors(int[] reference, int[] hypothesis) {
        return new double[] {EditDistance.levenshtein(reference, hypothesis), reference.length};
    }

    private static double errorRate(double[] counts) {
        return counts[1] == 0 ? counts[0] : counts[0] / counts[1];
    }

    private static Metric aligned(Arguments arguments, ToDoubleFunction<ErrorRates> rate) {
        Transform transform = transform(arguments);
        return new RateMetric(
                (reference, hypothesis) -> counts(reference, hypothesis, transform),
                counts -> rate.applyAsDouble(new ErrorRates(
                        new Alignment((long) counts[0], (long) counts[1], (long) counts[2], (long) counts[3]))));
    }

    private static double[] counts(String reference, String hypothesis, Transform transform) {
        try {
            Alignment counts = ErrorRates.ofWords(List.of(reference), List.of(hypothesis), transform)
                    .counts();
            return new double[] {counts.hits(), counts.substitutions(), counts.insertions(), counts.deletions()};
        } catch (IllegalArgumentException tooLong) {
            throw new CorpusMetric.UnscorableException(String.valueOf(tooLong.getMessage()));
        }
    }

    private static int[] numbered(String text, Transform transform, Map<String, Integer> numbers) {
        return transform.words(List.of(text)).getFirst().stream()
                .mapToInt(word -> numbers.computeIfAbsent(word, unseen -> numbers.size()))
                .toArray();
    }

    private static Transform transform(Arguments arguments) {
        return arguments.text("transform").flatMap(Transform::named).orElse(Transform.DEFAULT);
    }
}
