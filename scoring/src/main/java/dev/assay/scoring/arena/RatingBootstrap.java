package dev.assay.scoring.arena;

import dev.assay.scoring.statistics.Interval;
import dev.assay.scoring.statistics.Quantiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Ratings of votes drawn again and again with replacement: how far other votes of the same kind might have moved them.
 *
 * @param rounds the ratings of each round that has some; all of the same models
 * @param undefined rounds whose votes did not bound the ratings; if they are many, intervals are too narrow
 */
public record RatingBootstrap(List<Ratings> rounds, int undefined) {

    public RatingBootstrap {
        rounds = List.copyOf(rounds);
    }

    /** Bradley-Terry ratings of resampled votes. @param number of rounds; 1000 for intervals of 95 % */
    public static RatingBootstrap bradleyTerry(
            List<Battle> battles, RatingScale scale, int number, RandomGenerator random) {
        return run(battles, Battle::weight, number, random, weights -> {
            List<Battle> drawn = new ArrayList<>();
            for (int i = 0; i < weights.length; i++) {
                drawn.add(battles.get(i).withWeight(weights[i]));
            }
            return switch (BradleyTerry.fit(drawn, scale)) {
                case BradleyTerry.Fit.Rated rated -> Optional.of(rated.ratings());
                case BradleyTerry.Fit.Undefined none -> Optional.empty();
            };
        });
    }

    /** Style-controlled ratings of resampled votes. */
    public static RatingBootstrap styleControl(
            List<StyledBattle> battles, StyleControl control, int number, RandomGenerator random) {
        return run(battles, styled -> styled.battle().weight(), number, random, weights -> {
            List<StyledBattle> drawn = new ArrayList<>();
            for (int i = 0; i < weights.length; i++) {
                StyledBattle styled = battles.get(i);
                drawn.add(
                        new StyledBattle(styled.battle().withWeight(weights[i]), styled.styleOfA(), styled.styleOfB()));
            }
            return Optional.of(control.fit(drawn).ratings());
        });
    }

    private static <T> RatingBootstrap run(
            List<T> votes,
            Function<T, Double> weight,
            int number,
            RandomGenerator random,
            Function<double[], Optional<Ratings>> rate) {
        if (number < 1) {
            throw new IllegalArgumentException("at least one round is needed, not " + number);
        }
        Resampling resampling =
                new Resampling(votes.stream().mapToDouble(weight::apply).toArray());
        List<Ratings> rounds = new ArrayList<>();
        for (int round = 0; round < number; round++) {
            rate.apply(resampling.draw(random)).ifPresent(rounds::add);
        }
        return new RatingBootstrap(rounds, number - rounds.size());
    }

    /** The median rating of each model; empty if no round has ratings. */
    public Map<String, Double> median() {
        Map<String, Double> medians = new LinkedHashMap<>();
        values().forEach((model, values) -> medians.put(model, new Quantiles(values).at(0.5)));
        return medians;
    }

    /** The interval of each model that this share of the rounds lies in, as much cut off above as below. */
    public Map<String, Interval> intervals(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence lies between 0 and 1, not " + confidence);
        }
        double tail = (1 - confidence) / 2;
        Map<String, Interval> intervals = new LinkedHashMap<>();
        values().forEach((model, values) -> {
            Quantiles quantiles = new Quantiles(values);
            intervals.put(model, new Interval(quantiles.at(tail), quantiles.at(1 - tail)));
        });
        return Collections.unmodifiableMap(intervals);
    }

    private Map<String, double[]> values() {
        Map<String, double[]> values = new LinkedHashMap<>();
        if (!rounds.isEmpty()) {
            rounds.getFirst()
                    .order()
                    .forEach(model -> values.put(
                            model,
                            rounds.stream()
                                    .mapToDouble(round -> Objects.requireNonNull(
                                            round.byModel().get(model)))
                                    .toArray()));
        }
        return values;
    }
}
