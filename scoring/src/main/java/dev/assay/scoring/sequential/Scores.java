package dev.assay.scoring.sequential;

import java.util.Arrays;

/**
 * The scores of one model by the items' places in order, as they come in. An item is there when all its repeats are;
 * what counts is how many are there from the first one on without a gap. Costs eight bytes for each sample. Mutable, not
 * thread-safe.
 */
final class Scores {

    private static final double UNKNOWN = Double.NaN;
    private static final double UNSCORED = Double.POSITIVE_INFINITY;
    private static final double UNANSWERED = Double.NEGATIVE_INFINITY;

    private final int repeats;
    private final double minimum;
    private final double maximum;
    private double[] values = new double[0];
    private int inOrder;

    Scores(int repeats, double minimum, double maximum) {
        this.repeats = repeats;
        this.minimum = minimum;
        this.maximum = maximum;
    }

    /** A score out of the metric's range would break every promise, so it counts as none. */
    void scored(int place, int repeat, double score) {
        put(place, repeat, score >= minimum && score <= maximum ? score : UNSCORED);
    }

    void unscored(int place, int repeat, boolean answered) {
        put(place, repeat, answered ? UNSCORED : UNANSWERED);
    }

    private void put(int place, int repeat, double value) {
        int at = Math.toIntExact((long) place * repeats + repeat);
        if (at >= values.length) {
            int before = values.length;
            values = Arrays.copyOf(values, Math.max(at + 1, before + before / 2 + 64));
            Arrays.fill(values, before, values.length, UNKNOWN);
        }
        values[at] = value;
        while (isThere(inOrder)) {
            inOrder++;
        }
    }

    private boolean isThere(int place) {
        long end = ((long) place + 1) * repeats;
        if (end > values.length) {
            return false;
        }
        for (int at = place * repeats; at < end; at++) {
            if (Double.isNaN(values[at])) {
                return false;
            }
        }
        return true;
    }

    /** How many items are there without a gap. */
    int inOrder() {
        return inOrder;
    }

    /** The mean of an item's repeats if all that have no score had the least one. */
    double least(int place) {
        return mean(place, minimum);
    }

    /** The same with the greatest score. */
    double greatest(int place) {
        return mean(place, maximum);
    }

    private double mean(int place, double missing) {
        double sum = 0;
        for (int at = place * repeats; at < (place + 1) * repeats; at++) {
            sum += Double.isInfinite(values[at]) ? missing : values[at];
        }
        return Math.clamp(sum / repeats, minimum, maximum);
    }

    /** The mean of those repeats of an item that have a score; NaN if none has. */
    double known(int place) {
        double sum = 0;
        int count = 0;
        for (int at = place * repeats; at < (place + 1) * repeats; at++) {
            if (Double.isFinite(values[at])) {
                sum += values[at];
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /** How many samples of the first items have no score. */
    long missing(int items) {
        return Arrays.stream(values, 0, items * repeats)
                .filter(Double::isInfinite)
                .count();
    }

    /** How many samples of the first items have no answer. */
    long unanswered(int items) {
        return Arrays.stream(values, 0, items * repeats)
                .filter(value -> value == UNANSWERED)
                .count();
    }
}
