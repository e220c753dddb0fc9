package dev.assay.contracts.spec;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class NearestNames {

    private static final int LONGEST = 64;
    private static final int LISTED = 12;

    private NearestNames() {}

    /**
     * The known name with the smallest edit distance, where that is at most a third of the longer name; case and signs
     * between words do not count, so {@code max_tokens} is {@code maxTokens}.
     */
    public static Optional<String> nearest(String wanted, Collection<String> known) {
        String sought = fold(wanted);
        record Candidate(String name, int distance) {}
        return known.stream()
                .map(name -> new Candidate(name, distance(sought, fold(name))))
                .filter(c -> c.distance()
                        <= Math.max(1, Math.max(sought.length(), fold(c.name()).length()) / 3))
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /** The sentence for a message: {@code Did you mean 'temperature'?}, or else which names there are. */
    public static String remedy(String wanted, Collection<String> known) {
        return nearest(wanted, known)
                .map(name -> "Did you mean '" + name + "'?")
                .orElseGet(() ->
                        known.isEmpty() ? "There is none that could be meant." : "Known are " + list(known) + ".");
    }

    private static String list(Collection<String> known) {
        List<String> sorted = known.stream().sorted().toList();
        String shown = String.join(", ", sorted.subList(0, Math.min(LISTED, sorted.size())));
        return sorted.size() > LISTED ? shown + " and " + (sorted.size() - LISTED) + " more" : shown;
    }

    private static String fold(String name) {
        String cut = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        String letters = cut.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return letters.isEmpty() ? cut : letters;
    }

    /** Inserts, deletions, replacements and swaps of neighbours. */
    private static int distance(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : cheapest(edits, a, b, i, j);
            }
        }
        return edits[a.length()][b.length()];
    }

    private static int cheapest(int[][] edits, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int best = Math.min(edits[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
    }
}
