package dev.assay.gateway.stop;

import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.StopRule;
import dev.assay.scoring.sequential.Forecast;
import dev.assay.scoring.sequential.Question;
import dev.assay.scoring.sequential.Sequential;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
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

    private static final double LARGEST_SHARE_THAT_DIFFERS = 0.2;
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
            case BETTER -> differences(run, rule, range, 1);
            case RANKED -> differences(run, rule, range, models * (models - 1) / 2);
            case ABOVE, BELOW -> rule.models().isEmpty() ? scores(run, rule, metric) : List.of();
            case NARROWER, UNKNOWN -> List.of();
        };
    }

    private static List<Expected> differences(RunDefinition run, StopRule rule, double range, int questions) {
        List<Expected> expected = new ArrayList<>();
        for (double gap : new double[] {0.05, 0.1}) {
            Forecast forecast = Forecast.of(
                    new Question.WhichIsBetter(range),
                    terms(run, rule).oneOf(questions),
                    most(run),
                    Forecast.Spread.differing(gap * range, LARGEST_SHARE_THAT_DIFFERS, range));
            expected.add(new Expected(
                    "a difference of " + StopWords.plain(gap * range) + ", 20 % of the items differing",
                    forecast.items(),
                    run.items()));
        }
        return expected;
    }

    private static List<Expected> scores(RunDefinition run, StopRule rule, AskedMetric metric) {
        double threshold = Optional.ofNullable(rule.value()).orElseThrow();
        double range = metric.maximum() - metric.minimum();
        return DoubleStream.of(-0.1, -0.05, 0.05, 0.1)
                .map(distance -> threshold + distance * range)
                .filter(score -> score >= metric.minimum() && score <= metric.maximum())
                .mapToObj(score -> {
                    Forecast forecast = Forecast.of(
                            new Question.AboveThreshold(threshold, metric.minimum(), metric.maximum()),
                            terms(run, rule).oneOf(run.models().size()),
                            most(run),
                            Forecast.Spread.rightOrWrong(score, metric.minimum(), metric.maximum()));
                    return new Expected("a true score of " + StopWords.plain(score), forecast.items(), run.items());
                })
                .toList();
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
