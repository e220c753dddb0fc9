package dev.assay.gateway.stop;

import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.StopRule;
import dev.assay.scoring.sequential.Forecast;
import dev.assay.scoring.sequential.Question;
import dev.assay.scoring.sequential.Sequential;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How many items a run's question will probably take.
 *
 * @param question for people
 * @param expected under several assumptions on what is not known yet; empty where none would say much
 * @param method how it was found
 */
@Schema(name = "StopOutlook")
public record StopOutlook(String question, List<Expected> expected, String method) {

    private static final double USUAL_SHARE_THAT_DIFFERS = 0.2;
    /** Of the truth from the threshold, as shares of the range. */
    private static final List<Double> DISTANCES = List.of(-0.1, -0.05, 0.05, 0.1);

    private static final int MOST_ITEMS = 5_000;
    private static final String METHOD = "the median of 101 simulated runs; right or wrong answers";

    public StopOutlook {
        expected = List.copyOf(expected);
    }

    /**
     * One expectation.
     *
     * @param given the assumption
     * @param items that half of such runs take at the most
     * @param of items of the run
     */
    @Schema(name = "ExpectedItems")
    public record Expected(String given, int items, int of) {}

    /** The outlook of a run, or null if it asks nothing. */
    public static @Nullable StopOutlook of(RunDefinition run) {
        StopRule rule = run.stop();
        if (rule == null) {
            return null;
        }
        Optional<AskedMetric> metric = run.benchmark().metrics().stream()
                .filter(spec -> spec.label().equals(rule.metric()))
                .findFirst()
                .flatMap(AskedMetric::of);
        List<Expected> expected =
                metric.map(asked -> expected(run, rule, asked)).orElse(List.of());
        return new StopOutlook(StopWords.of(run, rule).question(), expected, METHOD);
    }

    private static List<Expected> expected(RunDefinition run, StopRule rule, AskedMetric metric) {
        double range = metric.maximum() - metric.minimum();
        int models = run.models().size();
        return switch (rule.goal()) {
            case BETTER -> better(run, rule, range, 1);
            case RANKED -> better(run, rule, range, models * (models - 1) / 2);
            case ABOVE, BELOW -> rule.models().isEmpty() ? scores(run, rule, metric) : beyond(run, rule, range);
            case NARROWER -> rule.models().isEmpty() ? narrowScores(run, rule, metric) : narrow(run, rule, range);
            case UNKNOWN -> List.of();
        };
    }

    private static List<Expected> better(RunDefinition run, StopRule rule, double range, int questions) {
        return DoubleStream.of(0.05, 0.1)
                .mapToObj(gap -> difference(
                        run, new Question.WhichIsBetter(range), terms(run, rule).oneOf(questions), gap, range))
                .toList();
    }

    private static List<Expected> beyond(RunDefinition run, StopRule rule, double range) {
        double threshold = Optional.ofNullable(rule.value()).orElseThrow();
        Question question = new Question.AboveThreshold(threshold, -range, range);
        return DISTANCES.stream()
                .map(distance -> threshold / range + distance)
                .filter(gap -> gap > -1 && gap < 1)
                .map(gap -> difference(run, question, terms(run, rule), gap, range))
                .toList();
    }

    private static List<Expected> narrow(RunDefinition run, StopRule rule, double range) {
        double width = Optional.ofNullable(rule.value()).orElseThrow();
        return List.of(difference(run, new Question.Narrower(width, -range, range), terms(run, rule), 0, range));
    }

    /** @param gap as a share of the range */
    private static Expected difference(
            RunDefinition run, Question question, Sequential.Terms terms, double gap, double range) {
        // No two models are further apart than on the items on which they differ.
        double differing = Math.max(USUAL_SHARE_THAT_DIFFERS, Math.abs(gap));
        Forecast forecast =
                Forecast.of(question, terms, most(run), Forecast.Spread.differing(gap * range, differing, range));
        return expected(
                run,
                "a difference of " + StopWords.plain(gap * range) + ", " + StopWords.plain(100 * differing)
                        + " % of the items differing",
                forecast);
    }

    private static List<Expected> scores(RunDefinition run, StopRule rule, AskedMetric metric) {
        double threshold = Optional.ofNullable(rule.value()).orElseThrow();
        double range = metric.maximum() - metric.minimum();
        Question question = new Question.AboveThreshold(threshold, metric.minimum(), metric.maximum());
        return DISTANCES.stream()
                .map(distance -> threshold + distance * range)
                .filter(score -> score >= metric.minimum() && score <= metric.maximum())
                .map(score -> score(run, rule, question, metric, score))
                .toList();
    }

    private static List<Expected> narrowScores(RunDefinition run, StopRule rule, AskedMetric metric) {
        double width = Optional.ofNullable(rule.value()).orElseThrow();
        Question question = new Question.Narrower(width, metric.minimum(), metric.maximum());
        return Stream.of(0.5, 0.8, 0.95)
                .map(share -> metric.minimum() + share * (metric.maximum() - metric.minimum()))
                .map(score -> score(run, rule, question, metric, score))
                .toList();
    }

    private static Expected score(
            RunDefinition run, StopRule rule, Question question, AskedMetric metric, double score) {
        Forecast forecast = Forecast.of(
                question,
                terms(run, rule).oneOf(run.models().size()),
                most(run),
                Forecast.Spread.rightOrWrong(score, metric.minimum(), metric.maximum()));
        return expected(run, "a true score of " + StopWords.plain(score), forecast);
    }

    private static Expected expected(RunDefinition run, String given, Forecast forecast) {
        // What most trials did not find among the items that were tried is not expected before the end.
        return new Expected(given, forecast.answered() < 0.5 ? run.items() : forecast.items(), run.items());
    }

    private static int most(RunDefinition run) {
        return Math.min(run.items(), MOST_ITEMS);
    }

    private static Sequential.Terms terms(RunDefinition run, StopRule rule) {
        // A forecast for exactly these items would have to know them; without them it is at worst too high.
        OptionalDouble nearness = rule.futility() == null ? OptionalDouble.empty() : OptionalDouble.of(rule.futility());
        return new Sequential.Terms(1 - rule.confidence(), 0, Math.min(rule.atLeast(), run.items()), nearness);
    }
}
