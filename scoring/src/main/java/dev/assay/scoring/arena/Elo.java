package dev.assay.scoring.arena;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Elo ratings: after each battle the winner takes k · (1 - the probability that it would win) points from the loser, a tie
 * counting as half a win.
 *
 * <p>Source: A. Elo; FastChat, {@code compute_elo}. The probability that A wins is 1 / (1 + base^((b - a) / scale)). Later
 * battles weigh more, so the result depends on their order: {@link #averaged} takes that out for votes whose order means
 * nothing. A model that only wins has a rating here, but one that says little. Weights of battles are passed over.
 *
 * @param k how many points a battle is about
 * @param base with {@code scale}: a lead of {@code scale} points means odds of {@code base} to one
 * @param scale points
 * @param initial the rating of a model before its first battle, and the mean of all
 */
public record Elo(double k, double base, double scale, double initial) {

    /** As Chatbot Arena had it: k = 4, base 10, scale 400, start at 1000. */
    public static final Elo ARENA = new Elo(4, 10, 400, 1000);

    public Elo {
        if (!(k > 0) || !(base > 1) || !(scale > 0) || !Double.isFinite(initial)) {
            throw new IllegalArgumentException("Elo needs k and scale above 0 and a base above 1");
        }
    }

    /** Ratings after all battles in their order. */
    public Ratings rate(List<Battle> battles) {
        return replay(battles, IntStream.range(0, battles.size()).toArray());
    }

    /**
     * Ratings after the battles with these numbers, one after the other; a bootstrap round is such a list with
     * repetitions.
     *
     * @return also of the models that do not occur in them, at {@code initial}
     */
    public Ratings replay(List<Battle> battles, int[] order) {
        Roster models = Roster.of(battles);
        return new Ratings(models.label(play(models, battles, order)));
    }

    /**
     * The mean rating over random orders of the battles.
     *
     * @param rounds at least 1; about 100 make the order's share negligible
     */
    public Ratings averaged(List<Battle> battles, int rounds, RandomGenerator random) {
        if (rounds < 1) {
            throw new IllegalArgumentException("at least one round is needed, not " + rounds);
        }
        Roster models = Roster.of(battles);
        double[] mean = new double[models.size()];
        int[] order = IntStream.range(0, battles.size()).toArray();
        for (int round = 0; round < rounds; round++) {
            for (int i = order.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int kept = order[i];
                order[i] = order[other];
                order[other] = kept;
            }
            double[] ratings = play(models, battles, order);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += ratings[i] / rounds;
            }
        }
        return new Ratings(models.label(mean));
    }

    private double[] play(Roster models, List<Battle> battles, int[] order) {
        double[] ratings =
                IntStream.range(0, models.size()).mapToDouble(i -> initial).toArray();
        double slope = StrictMath.log(base) / scale;
        for (int number : order) {
            Battle battle = battles.get(number);
            int a = models.number(battle.modelA());
            int b = models.number(battle.modelB());
            double expected = 1 / (1 + StrictMath.exp(slope * (ratings[b] - ratings[a])));
            double gain = k * (battle.outcome().scoreOfA() - expected);
            ratings[a] += gain;
            ratings[b] -= gain;
        }
        return ratings;
    }
}
