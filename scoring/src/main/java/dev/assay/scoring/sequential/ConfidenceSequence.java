package dev.assay.scoring.sequential;

import dev.assay.scoring.statistics.Interval;

/**
 * An interval for a mean of bounded scores that may be looked at after every item: the chance that it ever, at any
 * time, misses the true mean is at most 1 - confidence.
 *
 * <p>It holds the means that two wagers, one on each side, have not refuted, out of a thousand evenly spaced; ends lie on
 * these, outwards. It never grows. For differences of paired scores the range is from -1 to 1. Items must come in random
 * order. Mutable, not thread-safe; adding an item takes a few microseconds per mean not yet refuted.
 */
public final class ConfidenceSequence {

    static final int STEPS = 1000;

    private final double minimum;
    private final double maximum;
    private final double limit;
    private final Wager[] above = new Wager[STEPS + 1];
    private final Wager[] below = new Wager[STEPS + 1];
    private int low;
    private int high = STEPS;

    /**
     * @param minimum the least score
     * @param maximum the greatest score
     * @param confidence such as 0.95
     * @param population how many items there are in all, each added once; 0 if without end
     */
    public ConfidenceSequence(double minimum, double maximum, double confidence, long population) {
        if (!(minimum < maximum && confidence > 0 && confidence < 1 && population >= 0)) {
            throw new IllegalArgumentException("no sequence from %s to %s with confidence %s of %s items"
                    .formatted(minimum, maximum, confidence, population));
        }
        this.minimum = minimum;
        this.maximum = maximum;
        this.limit = 2 / (1 - confidence);
        for (int i = 0; i <= STEPS; i++) {
            double mean = (double) i / STEPS;
            above[i] = new Wager(mean, true, population);
            below[i] = new Wager(mean, false, population);
        }
    }

    /** Adds an item's score. @throws IllegalArgumentException if it is out of range */
    public void add(double score) {
        add(score, score);
    }

    /**
     * Adds an item whose score is only known to lie between two values: each side of the interval takes the one that
     * speaks for the means beyond it.
     *
     * @throws IllegalArgumentException if they are out of range
     */
    public void add(double least, double greatest) {
        double unitLeast = (least - minimum) / (maximum - minimum);
        double unitGreatest = (greatest - minimum) / (maximum - minimum);
        if (!(unitLeast >= 0 && unitLeast <= unitGreatest && unitGreatest <= 1)) {
            throw new IllegalArgumentException(
                    "%s to %s is not between %s and %s".formatted(least, greatest, minimum, maximum));
        }
        // Refuted means stay refuted, so only those between the ends are still bet against.
        for (int i = low; i <= high; i++) {
            above[i].add(unitLeast);
            below[i].add(unitGreatest);
        }
        int nextLow = low;
        int nextHigh = high;
        while (nextLow < STEPS && above[nextLow].best() >= limit) {
            nextLow++;
        }
        while (nextHigh > 0 && below[nextHigh].best() >= limit) {
            nextHigh--;
        }
        // The last refuted mean is a safe end: the truth lies beyond it, though maybe not as far as the next.
        low = Math.max(low, nextLow - 1);
        high = Math.min(high, nextHigh + 1);
    }

    /** The means not refuted so far. */
    public Interval interval() {
        double a = minimum + (maximum - minimum) * low / STEPS;
        double b = minimum + (maximum - minimum) * high / STEPS;
        // Both sides refuting everything happens with the error's probability; the middle is then as good as any.
        return a <= b ? new Interval(a, b) : new Interval((a + b) / 2, (a + b) / 2);
    }
}
