package dev.assay.scoring.sequential;

import java.util.Arrays;

/**
 * The wealth of a gambler who bets that the mean of scores is above a claimed one, or below it.
 *
 * <p>With scores scaled to 0 to 1, one part of the stake for each of ten bets λ, it becomes the mean over λ of
 * Π (1 + λ (x - m)), or with the sign turned. If the claim is true no bet gains on average, so the wealth is a nonnegative
 * martingale that starts at 1, and exceeds w at any time with probability at most 1/w. Bets of many sizes at once lose
 * at most a factor of ten to the best of them, whatever the gap and the spread turn out to be.
 *
 * <p>Source: Waudby-Smith and Ramdas, Estimating means of bounded random variables by betting, JRSS B 86 (2024), the
 * hedged capital with constant bets; for items drawn without replacement from N, their conditional mean
 * (N m - Σx) / (N - t) takes the place of m (section 5). Mutable, not thread-safe.
 */
final class Wager {

    /** Bets as shares of the largest that cannot ruin; a geometric grid from about 1/50 to 4/5. */
    private static final double[] SHARES = grid();

    /** Larger bets, though safe for claims near 0 or 1, are worth it only for gaps that a few items show anyway. */
    private static final double LARGEST = 4;

    private static final double LARGE = 1e200;
    private static final double ROUNDING = 1e-9;

    private final double mean;
    private final boolean above;
    private final long population;
    private final double[] wealth;
    private double sum;
    private long count;
    private boolean impossible;
    private double best;

    /**
     * @param mean claimed, between 0 and 1
     * @param above whether to bet that the true mean is above
     * @param population how many items there are in all, of which each is seen once; 0 if without end
     */
    Wager(double mean, boolean above, long population) {
        this.mean = mean;
        this.above = above;
        this.population = population;
        this.wealth = new double[SHARES.length];
        Arrays.fill(wealth, 1.0 / SHARES.length);
        this.best = 1;
    }

    private static double[] grid() {
        double[] shares = new double[10];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = 0.8 * StrictMath.pow(0.66, i);
        }
        return shares;
    }

    /** @param score between 0 and 1 */
    void add(double score) {
        double expected = expected();
        sum += score;
        count++;
        if (impossible || best >= LARGE) {
            return;
        }
        double room = above ? expected : 1 - expected;
        double gain = above ? score - expected : expected - score;
        if (room == 0 && gain > ROUNDING) {
            impossible = true;
            return;
        }
        double largest = Math.min(LARGEST, 1 / room);
        double now = 0;
        for (int i = 0; i < wealth.length; i++) {
            wealth[i] *= 1 + SHARES[i] * largest * gain;
            now += wealth[i];
        }
        best = Math.max(best, now);
    }

    /** The mean of the items not yet seen, if the claim is true. */
    private double expected() {
        if (population == 0) {
            return mean;
        }
        double left = population - count;
        double expected = (population * mean - sum) / left;
        // Scores so far that are out of the claim's reach refute it; the tolerance is for rounding.
        double slack = ROUNDING * population / left;
        if (above ? expected < -slack : expected > 1 + slack) {
            impossible = true;
        }
        return Math.clamp(expected, 0, 1);
    }

    /** The greatest wealth so far; infinite if the claim has become impossible. */
    double best() {
        return impossible ? Double.POSITIVE_INFINITY : best;
    }
}
