package dev.assay.scoring.sequential;

/**
 * After how many items a confidence sequence is narrow, found by betting against few means.
 *
 * <p>A lower end is the greatest mean that is refuted from below, an upper end the least that is refuted from above. The
 * higher the mean, the later the first happens and the earlier the second, so the pair that comes first is found by
 * halving. {@link ConfidenceSequence}, which bets against all means at once, may be a few items later: there an end moves
 * on only over means that are all refuted. Good for a forecast, not for a decision.
 */
final class Narrowing {

    private static final int STEPS = ConfidenceSequence.STEPS;

    private final double[] scores;
    private final double limit;
    private final long population;

    /** @param scores between 0 and 1, in the order in which they come */
    Narrowing(double[] scores, Sequential.Terms terms) {
        this.scores = scores.clone();
        this.limit = 2 / terms.alpha();
        this.population = terms.population();
    }

    /**
     * The number of items after which the interval is this narrow; more than there are if it never is.
     *
     * @param width as a share of the range
     */
    int items(double width) {
        int steps = (int) Math.floor(width * STEPS + 1e-9);
        if (steps >= STEPS) {
            return 0;
        }
        int from = 0;
        int to = STEPS - steps;
        int best = scores.length + 1;
        while (from <= to) {
            int low = (from + to) / 2;
            int refutedBelow = refuted(low, true);
            int refutedAbove = refuted(low + steps, false);
            best = Math.min(best, Math.max(refutedBelow, refutedAbove));
            if (refutedBelow < refutedAbove) {
                from = low + 1;
            } else {
                to = low - 1;
            }
        }
        return best;
    }

    /** After how many items this mean is an end; the ends of the range are from the beginning. */
    private int refuted(int step, boolean isLowEnd) {
        if (step == (isLowEnd ? 0 : STEPS)) {
            return 0;
        }
        Wager wager = new Wager((double) step / STEPS, isLowEnd, population);
        for (int i = 0; i < scores.length; i++) {
            wager.add(scores[i]);
            if (wager.best() >= limit) {
                return i + 1;
            }
        }
        return scores.length + 1;
    }
}
