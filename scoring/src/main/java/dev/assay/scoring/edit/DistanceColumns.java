package dev.assay.scoring.edit;

import java.util.Arrays;

/**
 * The matrix of edit distances between prefixes of two sequences, one column after the other, as the differences between
 * neighbouring cells: bit i of {@code rises} says that cell i + 1 is one above cell i, of {@code falls} one below.
 *
 * <p>Myers 1999 in the form of Hyyrö 2003. For one thread.
 */
final class DistanceColumns {

    private final SymbolMasks masks;
    private final long[] matches;
    private final long lastPlace;
    final long[] rises;
    final long[] falls;
    private int distance;

    /** Starts with the column of an empty second sequence. */
    DistanceColumns(int[] first) {
        int blocks = (first.length + Long.SIZE - 1) / Long.SIZE;
        masks = new SymbolMasks(first);
        matches = new long[blocks];
        rises = new long[blocks];
        falls = new long[blocks];
        Arrays.fill(rises, -1L);
        lastPlace = 1L << ((first.length - 1) % Long.SIZE);
        distance = first.length;
    }

    /** Of the whole first sequence to what has been read of the second. */
    int distance() {
        return distance;
    }

    void read(int symbol) {
        masks.copy(symbol, matches);
        // The top row rises by one with each symbol of the second sequence.
        int carried = 1;
        for (int block = 0; block < matches.length; block++) {
            long rise = rises[block];
            long fall = falls[block];
            long match = matches[block];
            long vertical = match | fall;
            if (carried < 0) {
                match |= 1;
            }
            long diagonal = (((match & rise) + rise) ^ rise) | match;
            long right = fall | ~(diagonal | rise);
            long left = rise & diagonal;
            long last = block == matches.length - 1 ? lastPlace : Long.MIN_VALUE;
            int next = (right & last) != 0 ? 1 : (left & last) != 0 ? -1 : 0;
            right = (right << 1) | (carried > 0 ? 1 : 0);
            left = (left << 1) | (carried < 0 ? 1 : 0);
            rises[block] = left | ~(vertical | right);
            falls[block] = right & vertical;
            carried = next;
        }
        distance += carried;
    }
}
