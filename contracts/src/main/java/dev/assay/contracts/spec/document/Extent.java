package dev.assay.contracts.spec.document;

/**
 * How large a value is when every alias in it is unfolded.
 *
 * @param weight characters of text, and {@value #PER_VALUE} for each value
 * @param height levels of nesting; a scalar has 0
 */
record Extent(long weight, int height) {

    /** About what an object of the tree costs in memory, in characters. */
    static final int PER_VALUE = 128;

    static Extent ofText(String text) {
        return new Extent(PER_VALUE + (long) text.length(), 0);
    }

    static Extent empty() {
        return new Extent(PER_VALUE, 1);
    }

    /** This container's extent with one more value in it. */
    Extent with(int keyLength, Extent value) {
        return new Extent(weight + keyLength + value.weight, Math.max(height, value.height + 1));
    }
}
