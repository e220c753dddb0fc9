package dev.assay.scoring.summary;

import java.util.BitSet;
import java.util.List;

/** Longest common subsequences of word lists: words in the same order, not needed to be next to each other. */
final class CommonSubsequence {

    private CommonSubsequence() {}

    /** The length, in time of the product of both lengths. */
    static int length(List<String> target, List<String> prediction) {
        int[] row = new int[prediction.size() + 1];
        for (String word : target) {
            int diagonal = 0;
            for (int j = 1; j <= prediction.size(); j++) {
                int above = row[j];
                row[j] = word.equals(prediction.get(j - 1)) ? diagonal + 1 : Math.max(above, row[j - 1]);
                diagonal = above;
            }
        }
        return row[prediction.size()];
    }

    /**
     * The places in the target of one of the longest ones. Which one matters for summaries, as their unions are counted:
     * it is the one that the reference finds, going back from the end and leaving out target words first.
     */
    static BitSet places(List<String> target, List<String> prediction) {
        int[][] lengths = table(target, prediction);
        BitSet places = new BitSet(target.size());
        int i = target.size();
        int j = prediction.size();
        while (i > 0 && j > 0) {
            if (target.get(i - 1).equals(prediction.get(j - 1))) {
                places.set(i - 1);
                i--;
                j--;
            } else if (lengths[i][j - 1] > lengths[i - 1][j]) {
                j--;
            } else {
                i--;
            }
        }
        return places;
    }

    private static int[][] table(List<String> target, List<String> prediction) {
        int[][] lengths = new int[target.size() + 1][prediction.size() + 1];
        for (int i = 1; i <= target.size(); i++) {
            for (int j = 1; j <= prediction.size(); j++) {
                lengths[i][j] = target.get(i - 1).equals(prediction.get(j - 1))
                        ? lengths[i - 1][j - 1] + 1
                        : Math.max(lengths[i - 1][j], lengths[i][j - 1]);
            }
        }
        return lengths;
    }
}
