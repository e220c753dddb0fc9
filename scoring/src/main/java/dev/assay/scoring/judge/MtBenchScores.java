package dev.assay.scoring.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * MT-bench's tables: mean ratings of single answers, and wins of pairs judged in both orders.
 *
 * <p>Source: FastChat, {@code llm_judge/show_result.py}. Stateless.
 */
public final class MtBenchScores {

    private MtBenchScores() {}

    /**
     * A rating of a model's answer in one turn.
     *
     * @param score from 1 to 10; empty if the judge's reply could not be read, which is left out of every mean
     */
    public record Graded(String model, int turn, OptionalDouble score) {}

    /** Who won a game; the first model is the one that {@link Match} names first, whatever the order of the answers. */
    public enum Winner {
        FIRST,
        SECOND,
        TIE,
        /** The judge's reply could not be read. */
        UNREADABLE
    }

    /** Two games between two models, in both orders of their answers. */
    public record Match(String first, String second, Winner firstGame, Winner secondGame) {

        /** The winner if both games agree, else a tie; unreadable if one of them is. */
        public Winner winner() {
            if (firstGame == Winner.UNREADABLE || secondGame == Winner.UNREADABLE) {
                return Winner.UNREADABLE;
            }
            return firstGame == secondGame ? firstGame : Winner.TIE;
        }
    }

    /**
     * A model's record against all others.
     *
     * @param wins matches won in both orders
     * @param losses matches lost in both orders
     * @param ties others
     */
    public record Standing(int wins, int losses, int ties) {

        /** Wins among all matches, from 0 to 1. */
        public double winRate() {
            return (double) wins / (wins + losses + ties);
        }

        /** Wins and half of the ties among all matches, from 0 to 1. */
        public double adjustedWinRate() {
            return (wins + 0.5 * ties) / (wins + losses + ties);
        }
    }

    /** Mean rating by model in one turn; models without a readable rating are not there. */
    public static Map<String, Double> means(List<Graded> graded, int turn) {
        return means(graded.stream().filter(g -> g.turn() == turn).toList());
    }

    /** Mean rating by model over all turns, each rating counting alike. */
    public static Map<String, Double> means(List<Graded> graded) {
        Map<String, List<Double>> scores = new TreeMap<>();
        for (Graded one : graded) {
            one.score()
                    .ifPresent(score -> scores.computeIfAbsent(one.model(), m -> new ArrayList<>())
                            .add(score));
        }
        Map<String, Double> means = new TreeMap<>();
        scores.forEach((model, values) ->
                means.put(model, values.stream().mapToDouble(v -> v).average().orElseThrow()));
        return means;
    }

    /** Standings by model; matches that could not be read are left out. */
    public static Map<String, Standing> standings(List<Match> matches) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Match match : matches) {
            int[] first = {0, 0, 1};
            int[] second = {0, 0, 1};
            switch (match.winner()) {
                case FIRST -> {
                    first = new int[] {1, 0, 0};
                    second = new int[] {0, 1, 0};
                }
                case SECOND -> {
                    first = new int[] {0, 1, 0};
                    second = new int[] {1, 0, 0};
                }
                case TIE -> {}
                case UNREADABLE -> {
                    continue;
                }
            }
            counts.merge(match.first(), first, MtBenchScores::sum);
            counts.merge(match.second(), second, MtBenchScores::sum);
        }
        Map<String, Standing> standings = new TreeMap<>();
        counts.forEach((model, count) -> standings.put(model, new Standing(count[0], count[1], count[2])));
        return standings;
    }

    private static int[] sum(int[] left, int[] right) {
        return new int[] {left[0] + right[0], left[1] + right[1], left[2] + right[2]};
    }
}
