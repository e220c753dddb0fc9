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
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
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

    private final Function<List<Forecast>, ForecastSummary> summary;
    private final boolean isRanking;
    private final String positive;

    private ProbabilityMetric(
            Arguments arguments, Function<List<Forecast>, ForecastSummary> summary, boolean isRanking) {
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
                        f -> ForecastSummary.ranking(f, RankedLabels::rocArea)),
                type(
                        "average_precision",
                        Direction.HIGHER_IS_BETTER,
                        1,
                        "Area under the curve of precision by recall, by steps.",
                        f -> ForecastSummary.ranking(
                                f, (ranked, times) -> OptionalDouble.of(ranked.averagePrecision(times)))),
                type(
                        "log_loss",
                        Direction.LOWER_IS_BETTER,
                        37,
                        "Mean of -ln of the probability of what was true.",
                        f -> ForecastSummary.mean(f, x -> -StrictMath.log(Math.clamp(x.ofTruth(), LEAST, 1 - LEAST)))),
                type(
                        "brier",
                        Direction.LOWER_IS_BETTER,
                        1,
                        "Mean squared error of the probabilities, halved so that two classes count as one.",
                        f -> ForecastSummary.mean(f, Forecast::brier)),
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
        return new ProbabilityMetric(arguments, forecasts -> ForecastSummary.calibration(forecasts, bins), false);
    }

    private static MetricType type(
            String name,
            Direction direction,
            double maximum,
            String meaning,
            Function<List<Forecast>, ForecastSummary> summary) {
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
        int[] once = new int[set.size()];
        Arrays.fill(once, 1);
        return over(set, once);
    }

    @Override
    public Score over(List<Evidence> samples, int[] times) {
        return weighed(samples).over(times);
    }

    @Override
    public Weighed weighed(List<Evidence> samples) {
        ForecastSummary of = summary.apply(samples.stream().map(Forecast::of).toList());
        return times -> {
            if (Arrays.stream(times).allMatch(time -> time == 0)) {
                return new Score.Unscorable("there are no samples");
            }
            try {
                OptionalDouble value = of.of(times);
                return value.isPresent()
                        ? Score.of(value.getAsDouble())
                        : new Score.Unscorable("a ranking needs both positives and negatives");
            } catch (UnscorableException e) {
                return new Score.Unscorable(String.valueOf(e.getMessage()));
            }
        };
    }
}
