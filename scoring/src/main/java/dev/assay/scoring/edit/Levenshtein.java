package dev.assay.scoring.edit;

/** The fewest insertions, deletions and replacements between two sequences. */
final class Levenshtein {

    private Levenshtein() {}

    static int distance(int[] first, int[] second) {
        Middle middle = Middle.of(first, second);
        int[] left = middle.of(first);
        int[] right = middle.of(second);
        if (left.length == 0 || right.length == 0) {
            return Math.max(left.length, right.length);
        }
        DistanceColumns columns = new DistanceColumns(left);
        for (int symbol : right) {
            columns.read(symbol);
        }
        return columns.distance();
    }
}
