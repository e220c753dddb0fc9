package dev.assay.scoring.classification;

import dev.assay.scoring.definition.Arguments;
import dev.assay.scoring.definition.Parameter;
import dev.assay.scoring.definition.Parameter.Kind;
import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.metric.MetricType;
import dev.assay.scoring.metric.MetricType.Direction;
import dev.assay.scoring.metric.MetricType.Needs;
import dev.assay.scoring.metric.Sample;
import dev.assay.scoring.metric.Score;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A metric of predicted probabilities over a set of samples.
 *
 * <p>A prediction is one number, the probability of the label {@code positive}, or a list of numbers such as
 * {@code [0.1, 0.9]}, one for each of the item's choices, or else for each class from 0. Which of these is true is told by
 * the reference: the choice's text, its letter, or the class's number. What is no such prediction counts as sure of what
 * is false. Rankings need the probability of one label: they take single numbers, and lists of two.
 */
final class ProbabilityMetric implements CorpusMetric {

    private static final double LEAST = Math.ulp(1.0);
    private static final String POSITIVE = "1";

    /** Says one number of a set. */
    interface Summary {
        OptionalDouble of(List<Forecast> forecasts);
    }

    private final Summary summary;
    private final boolean isRanking;
    private final String positive;

    private ProbabilityMetric(Arguments arguments, Summary summary, boolean isRanking) {
        this.summary = summary;
        this.isRanking = isRanking;
        this.positive = arguments.text("positive").orElse(POSITIVE).strip();
    }

    static List<MetricType> types() {
        return List.of(
                type(
                        "roc_auc",
                        Direction.HIGHER_IS_BETTER,
                        1,
                        "Chance that a positive is ranked above a negative.",
                        f -> Ranking.rocArea(truths(f), numbers(f))),
                type(
                        "average_precision",
                        Direction.HIGHER_IS_BETTER,
                        1,
                        "Area under the curve of precision by recall, by steps.",
                        f -> OptionalDouble.of(Ranking.averagePrecision(truths(f), numbers(f)))),
                type(
                        "log_loss",
                        Direction.LOWER_IS_BETTER,
                        37,
                        "Mean of -ln of the probability of what was true.",
                        f -> f.stream()
                                .mapToDouble(x -> -StrictMath.log(Math.clamp(x.ofTruth(), LEAST, 1 - LEAST)))
                                .average()),
                type(
                        "brier",
                        Direction.LOWER_IS_BETTER,
                        1,
                        "Mean squared error of the probabilities, halved so that two classes count as one.",
                        f -> f.stream().mapToDouble(Forecast::brier).average()),
                new MetricType(
                        "ece",
                        1,
                        "Mean distance of confidence and accuracy over even bins of confidence.",
                        Needs.EXTRACTED,
                        Direction.LOWER_IS_BETTER,
                        0,
                        1,
                        List.of(
                                positiveParameter(),
                                Parameter.optional("bins", Kind.INTEGER, "how many bins; default 10")),
                        ProbabilityMetric::calibration));
    }

    private static Parameter positiveParameter() {
        return Parameter.optional("positive", Kind.TEXT, "the label that a single number is of; default 1");
    }

    private static ProbabilityMetric calibration(Arguments arguments) {
        int bins = arguments.integer("bins").orElse(10);
        if (bins < 1 || bins > 1000) {
            throw arguments.reject("bins", "there are 1 to 1000 bins, not " + bins);
        }
        return new ProbabilityMetric(
                arguments,
                forecasts -> {
                    double[] right = forecasts.stream()
                            .mapToDouble(f -> f.isRight() ? 1 : 0)
                            .toArray();
                    double[] confidence =
                            forecasts.stream().mapToDouble(Forecast::top).toArray();
                    return OptionalDouble.of(CalibrationError.expected(confidence, right, bins));
                },
                false);
    }

    private static MetricType type(String name, Direction direction, double maximum, String meaning, Summary summary) {
        return new MetricType(
                name,
                1,
                meaning,
                Needs.EXTRACTED,
                direction,
                0,
                maximum,
                List.of(positiveParameter()),
                arguments -> new ProbabilityMetric(arguments, summary, direction == Direction.HIGHER_IS_BETTER));
    }

    private static boolean[] truths(List<Forecast> forecasts) {
        boolean[] truths = new boolean[forecasts.size()];
        IntStream.range(0, truths.length)
                .forEach(i -> truths[i] = forecasts.get(i).isPositive());
        return truths;
    }

    private static double[] numbers(List<Forecast> forecasts) {
        return forecasts.stream().mapToDouble(Forecast::ofPositive).toArray();
    }

    @Override
    public Score score(@Nullable String prediction, Sample sample) {
        try {
            Forecast forecast = Forecast.read(prediction, sample, positive);
            // A ranking says nothing of one sample, so that is asked whether the likelier label is right.
            return isRanking ? Score.of(forecast.isRight()) : over(List.of(forecast.evidence()));
        } catch (UnscorableException e) {
            return new Score.Unscorable(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Evidence evidence(@Nullable String prediction, Sample sample) {
        return Forecast.read(prediction, sample, positive).evidence();
    }

    @Override
    public Score over(List<Evidence> set) {
        if (set.isEmpty()) {
            return new Score.Unscorable("there are no samples");
        }
        OptionalDouble value;
        try {
            value = summary.of(set.stream().map(Forecast::of).toList());
        } catch (UnscorableException e) {
            return new Score.Unscorable(String.valueOf(e.getMessage()));
        }
        return value.isPresent()
                ? Score.of(value.getAsDouble())
                : new Score.Unscorable("a ranking needs both positives and negatives");
    }
}
