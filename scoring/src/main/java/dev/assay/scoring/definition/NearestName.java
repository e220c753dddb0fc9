package dev.assay.scoring.definition;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds what somebody probably meant. */
final class NearestName {

    /** Longer input is a paste accident; comparing its beginning is enough. */
    private static final int COMPARED = 60;

    private NearestName() {}

    /** The candidate with the smallest edit distance, case ignored; the first in order among equals. */
    static String to(String name, Collection<String> candidates) {
        String folded = fold(name);
        return candidates.stream()
                .min(Comparator.<String>comparingInt(c -> distance(folded, fold(c)))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow(() -> new IllegalArgumentException("no candidates"));
    }

    private static String fold(String name) {
        String cut = name.length() > COMPARED ? name.substring(0, COMPARED) : name;
        return cut.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    /** Levenshtein distance in which the swap of two neighbours counts as one edit (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                boolean swap =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                cost[i][j] = swap ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
            }
        }
        return cost[a.length()][b.length()];
    }
}
