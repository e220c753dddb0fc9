package dev.assay.scoring.arena;

import dev.assay.scoring.statistics.Interval;
import dev.assay.scoring.statistics.Quantiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Arena-Hard's win rate against a baseline: each question is judged twice, the baseline first in one game and second in
 * the other, and a clear win counts three times.
 *
 * <p>Source: arena-hard-auto, {@code show_result.py}. From 0 to 1, higher is better. Stateless.
 */
public final class ArenaHard {

    /** How often a clear win counts. */
    private static final int CLEAR = 3;

    private ArenaHard() {}

    /**
     * What the judge said of one order, from the first answer's point of view.
     *
     * @param outcome who won
     * @param clear whether by far; a tie is never clear
     */
    public record Game(Outcome outcome, boolean clear) {

        /**
         * Reads one of the ten labels {@code A>>B}, {@code A>B}, {@code A=B}, {@code A<B}, {@code A<<B} and the same with
         * A and B exchanged.
         *
         * @throws IllegalArgumentException if it is another
         */
        public static Game of(String label) {
            return parse(label).orElseThrow(() -> new IllegalArgumentException("no verdict: '" + label + "'"));
        }

        /** As {@link #of}, empty for anything else. */
        public static Optional<Game> parse(String label) {
            return switch (label) {
                case "A>>B", "B<<A" -> Optional.of(new Game(Outcome.A_WINS, true));
                case "A>B", "B<A" -> Optional.of(new Game(Outcome.A_WINS, false));
                case "A=B", "B=A" -> Optional.of(new Game(Outcome.TIE, false));
                case "A<B", "B>A" -> Optional.of(new Game(Outcome.B_WINS, false));
                case "A<<B", "B>>A" -> Optional.of(new Game(Outcome.B_WINS, true));
                default -> Optional.empty();
            };
        }

        /** What the game gives the second answer, as often as it counts. */
        private List<Double> scoresOfB() {
            return Collections.nCopies(clear ? CLEAR : 1, 1 - outcome.scoreOfA());
        }

        private Game swapped() {
            return new Game(outcome.swapped(), clear);
        }
    }

    /**
     * The scores of a question's two games, for the model. A question with a game that could not be read gives none, in
     * either order, since the judge's preference for a place could not cancel out.
     *
     * @param baselineFirst the game in which the baseline was A
     * @param modelFirst the game in which the model was A
     */
    public static List<Double> scores(Game baselineFirst, Game modelFirst) {
        List<Double> scores = new ArrayList<>(modelFirst.swapped().scoresOfB());
        scores.addAll(baselineFirst.scoresOfB());
        return scores;
    }

    /**
     * A model's win rate.
     *
     * @param n how many scores it rests on, clear wins counted three times
     * @param score their mean
     * @param interval 90 % of the bootstrapped means
     */
    public record WinRate(int n, double score, Interval interval) {}

    /**
     * The mean score of each model with its bootstrap interval between the quantiles 0.05 and 0.95.
     *
     * <p>As the reference draws single scores, not questions, the interval takes a question's scores as independent and
     * is narrower than it should be.
     *
     * @param scores by model, at least one of each
     * @param rounds of the bootstrap; 100 in the reference
     */
    public static Map<String, WinRate> winRates(Map<String, List<Double>> scores, int rounds, RandomGenerator random) {
        if (rounds < 1 || scores.values().stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("a win rate needs scores, and a bootstrap rounds");
        }
        Map<String, List<Double>> byName = new TreeMap<>(scores);
        Map<String, double[]> means = new TreeMap<>();
        byName.keySet().forEach(model -> means.put(model, new double[rounds]));
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, double[]> entry : means.entrySet()) {
                entry.getValue()[round] = resampledMean(scores.getOrDefault(entry.getKey(), List.of()), random);
            }
        }
        Map<String, WinRate> rates = new TreeMap<>();
        means.forEach((model, drawn) -> {
            List<Double> values = byName.getOrDefault(model, List.of());
            Quantiles quantiles = new Quantiles(drawn);
            double mean = values.stream().mapToDouble(v -> v).sum() / values.size();
            Interval interval = new Interval(quantiles.at(0.05), quantiles.at(0.95));
            rates.put(model, new WinRate(values.size(), mean, interval));
        });
        return rates;
    }

    private static double resampledMean(List<Double> values, RandomGenerator random) {
        double sum = 0;
        for (int i = 0; i < values.size(); i++) {
            sum += values.get(random.nextInt(values.size()));
        }
        return sum / values.size();
    }
}
