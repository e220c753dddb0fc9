package dev.assay.scoring.edit;

/**
 * What a cheapest way from a reference to a hypothesis does with their symbols. Of several cheapest ways it is the one
 * that RapidFuzz takes: seen from the end, a deletion is preferred to an insertion, and that to a replacement.
 *
 * @param hits symbols that stay
 * @param substitutions symbols that are replaced
 * @param insertions symbols of the hypothesis only
 * @param deletions symbols of the reference only
 */
public record Alignment(long hits, long substitutions, long insertions, long deletions) {

    /** Two bits a cell make this an eighth of a gigabyte. */
    private static final long MOST_CELLS = 1L << 29;

    /** Nothing aligned with nothing. */
    public static final Alignment EMPTY = new Alignment(0, 0, 0, 0);

    /**
     * Aligns two sequences of symbols.
     *
     * @throws IllegalArgumentException if both are so long that the way through their matrix would fill the memory
     */
    public static Alignment of(int[] reference, int[] hypothesis) {
        Middle middle = Middle.of(reference, hypothesis);
        int[] left = middle.of(reference);
        int[] right = middle.of(hypothesis);
        long ends = (long) middle.start() + middle.end();
        if (left.length == 0 || right.length == 0) {
            return new Alignment(ends, 0, right.length, left.length);
        }
        if ((long) left.length * right.length > MOST_CELLS) {
            throw new IllegalArgumentException("the texts are too long to be aligned");
        }
        return walk(left, right, ends);
    }

    public Alignment plus(Alignment other) {
        return new Alignment(
                hits + other.hits,
                substitutions + other.substitutions,
                insertions + other.insertions,
                deletions + other.deletions);
    }

    public long errors() {
        return substitutions + insertions + deletions;
    }

    public long referenceLength() {
        return hits + substitutions + deletions;
    }

    public long hypothesisLength() {
        return hits + substitutions + insertions;
    }

    private static Alignment walk(int[] left, int[] right, long ends) {
        long[][] rises = new long[right.length][];
        long[][] falls = new long[right.length][];
        DistanceColumns columns = new DistanceColumns(left);
        for (int j = 0; j < right.length; j++) {
            columns.read(right[j]);
            rises[j] = columns.rises.clone();
            falls[j] = columns.falls.clone();
        }
        int i = left.length;
        int j = right.length;
        long hits = ends;
        long substitutions = 0;
        long insertions = 0;
        long deletions = 0;
        while (i > 0 && j > 0) {
            if (isSet(rises[j - 1], i - 1)) {
                deletions++;
                i--;
            } else if (j > 1 && isSet(falls[j - 2], i - 1)) {
                insertions++;
                j--;
            } else {
                i--;
                j--;
                if (left[i] == right[j]) {
                    hits++;
                } else {
                    substitutions++;
                }
            }
        }
        return new Alignment(hits, substitutions, insertions + j, deletions + i);
    }

    private static boolean isSet(long[] bits, int place) {
        return (bits[place / Long.SIZE] >>> (place % Long.SIZE) & 1) != 0;
    }
}
