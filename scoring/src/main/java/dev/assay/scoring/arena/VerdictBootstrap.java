package dev.assay.scoring.arena;

import dev.assay.scoring.statistics.Interval;
import dev.assay.scoring.statistics.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The {@link VerdictModel} of questions drawn again and again with replacement, all verdicts on a question together: how
 * far other questions of the same kind might have moved its ratings and weights.
 *
 * @param rounds the model of each round whose verdicts bound the ratings
 * @param undefined the other rounds; if they are many, intervals are too narrow
 */
public record VerdictBootstrap(List<VerdictModel> rounds, int undefined) {

    public VerdictBootstrap {
        rounds = List.copyOf(rounds);
    }

    /** Draws so many times; with the covariates that the model of all verdicts has. */
    public static VerdictBootstrap of(
            List<Comparison> comparisons, RatingScale scale, int number, RandomGenerator random) {
        Optional<VerdictModel.Basis> basis = VerdictModel.basis(comparisons);
        if (basis.isEmpty()) {
            return new VerdictBootstrap(List.of(), number);
        }
        List<Comparison> usable = VerdictModel.usable(comparisons, basis.get());
        Map<String, Integer> questions = new LinkedHashMap<>();
        usable.forEach(comparison -> questions.putIfAbsent(comparison.question(), questions.size()));
        double[] once = new double[questions.size()];
        Arrays.fill(once, 1);
        Resampling resampling = new Resampling(once);
        List<VerdictModel> rounds = new ArrayList<>();
        for (int round = 0; round < number; round++) {
            double[] drawn = resampling.draw(random);
            List<Comparison> sample = usable.stream()
                    .map(comparison ->
                            comparison.withWeight(comparison.verdict().weight()
                                    * drawn[Objects.requireNonNull(questions.get(comparison.question()))]))
                    .toList();
            VerdictModel.fit(sample, basis.get(), scale).ifPresent(rounds::add);
        }
        return new VerdictBootstrap(rounds, number - rounds.size());
    }

    /** The interval of each rating; none if no round has ratings. */
    public Map<String, Interval> ratings(double confidence) {
        return new RatingBootstrap(rounds.stream().map(VerdictModel::ratings).toList(), undefined)
                .intervals(confidence);
    }

    /** The interval of a weight; empty if the model does not have it. */
    public Optional<Interval> weight(Function<VerdictModel, @Nullable Double> weight, double confidence) {
        double[] values = rounds.stream()
                .map(weight)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (values.length == 0) {
            return Optional.empty();
        }
        double tail = (1 - confidence) / 2;
        Quantiles quantiles = new Quantiles(values);
        return Optional.of(new Interval(quantiles.at(tail), quantiles.at(1 - tail)));
    }
}
