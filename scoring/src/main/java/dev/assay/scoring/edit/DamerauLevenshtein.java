package dev.assay.scoring.edit;

import java.util.HashMap;
import java.util.Map;

/**
 * The fewest insertions, deletions, replacements and swaps of neighbours, where what lies between the swapped may be
 * edited too: the unrestricted distance, by the recurrence of Lowrance and Wagner 1975.
 */
final class DamerauLevenshtein {

    /** A cell takes four bytes: a sixteenth of a gigabyte. */
    private static final long MOST_CELLS = 1L << 24;

    private DamerauLevenshtein() {}

    /** @throws IllegalArgumentException if both are so long that their matrix would fill the memory */
    static int distance(int[] first, int[] second) {
        Middle middle = Middle.of(first, second);
        int[] left = middle.of(first);
        int[] right = middle.of(second);
        if ((long) left.length * right.length > MOST_CELLS) {
            throw new IllegalArgumentException("the texts are too long for this distance");
        }
        int[][] cells = new int[left.length + 1][right.length + 1];
        Map<Integer, Integer> lastRow = new HashMap<>();
        for (int j = 0; j <= right.length; j++) {
            cells[0][j] = j;
        }
        for (int i = 1; i <= left.length; i++) {
            cells[i][0] = i;
            int lastColumn = 0;
            for (int j = 1; j <= right.length; j++) {
                boolean same = left[i - 1] == right[j - 1];
                int least = cells[i - 1][j - 1] + (same ? 0 : 1);
                least = Math.min(least, 1 + Math.min(cells[i - 1][j], cells[i][j - 1]));
                int row = lastRow.getOrDefault(right[j - 1], 0);
                if (row > 0 && lastColumn > 0) {
                    // Everything between the two that are swapped goes, or comes.
                    int between = (i - row - 1) + (j - lastColumn - 1);
                    least = Math.min(least, cells[row - 1][lastColumn - 1] + 1 + between);
                }
                if (same) {
                    lastColumn = j;
                }
                cells[i][j] = least;
            }
            lastRow.put(left[i - 1], i);
        }
        return cells[left.length][right.length];
    }
}
