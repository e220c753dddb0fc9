package dev.assay.cost.estimate;

/**
 * An expected number of tokens, and between what it lies most of the time.
 *
 * @param low at most expected, not negative
 * @param high at least expected
 */
record Range(long low, long expected, long high) {

    Range {
        if (low < 0 || expected < low || high < expected) {
            throw new IllegalArgumentException("not a range: " + low + ", " + expected + ", " + high);
        }
    }

    /** Around an expected number. */
    static Range around(double expected, double halfWidth) {
        long middle = Math.round(expected);
        long low = Math.max(0, Math.min(middle, (long) Math.floor(expected - halfWidth)));
        return new Range(low, middle, Math.max(middle, (long) Math.ceil(expected + halfWidth)));
    }
}
