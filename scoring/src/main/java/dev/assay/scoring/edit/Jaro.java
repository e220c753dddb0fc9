package dev.assay.scoring.edit;

/** Likeness by symbols that both sequences have at nearly the same place. */
final class Jaro {

    private static final int LONGEST_PREFIX = 4;
    private static final double PREFIX_WEIGHT = 0.1;
    // Below this likeness a common prefix says nothing (Winkler 1990).
    private static final double PREFIX_COUNTS_ABOVE = 0.7;

    private Jaro() {}

    static double similarity(int[] first, int[] second) {
        if (first.length == 0 && second.length == 0) {
            return 1;
        }
        boolean[] taken = new boolean[second.length];
        int[] common = new int[Math.min(first.length, second.length)];
        int found = 0;
        int window = Math.max(0, Math.max(first.length, second.length) / 2 - 1);
        for (int i = 0; i < first.length; i++) {
            int to = Math.min(second.length - 1, i + window);
            for (int j = Math.max(0, i - window); j <= to; j++) {
                if (!taken[j] && second[j] == first[i]) {
                    taken[j] = true;
                    common[found++] = first[i];
                    break;
                }
            }
        }
        if (found == 0) {
            return 0;
        }
        int moved = 0;
        int next = 0;
        for (int j = 0; j < second.length; j++) {
            if (taken[j]) {
                moved += second[j] == common[next] ? 0 : 1;
                next++;
            }
        }
        double share = (double) found / first.length + (double) found / second.length;
        return (share + (double) (found - moved / 2) / found) / 3;
    }

    static double winkler(int[] first, int[] second) {
        double similarity = similarity(first, second);
        if (similarity <= PREFIX_COUNTS_ABOVE) {
            return similarity;
        }
        int prefix = 0;
        int most = Math.min(LONGEST_PREFIX, Math.min(first.length, second.length));
        while (prefix < most && first[prefix] == second[prefix]) {
            prefix++;
        }
        return Math.min(1, similarity + prefix * PREFIX_WEIGHT * (1 - similarity));
    }
}
