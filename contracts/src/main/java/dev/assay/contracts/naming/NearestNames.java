package dev.assay.contracts.naming;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the known names that somebody probably meant. What counts as near is decided here once, so that all messages
 * agree. Sentences are of one line, and show of long names their beginning. Stateless, safe for use by many threads.
 */
public final class NearestNames {

    private static final int MOST = 3;
    private static final int LISTED = 12;
    private static final int LONGEST = 100;
    private static final int LONGEST_SHOWN = 40;

    private NearestNames() {}

    private record Candidate(String name, String folded, int distance) {}

    /**
     * At most three known names, nearest first: those at an edit distance (insert, delete, replace, swap of neighbours)
     * of at most a third of the longer name, and those of which one begins with the other. Case and signs between words
     * do not count, so {@code max_tokens} is {@code maxTokens}. Ties are in alphabetical order, so the answer does not
     * depend on the order of {@code known}.
     */
    public static List<String> of(String wanted, Collection<String> known) {
        String sought = fold(wanted);
        return known.stream()
                .map(name -> new Candidate(name, fold(name), distance(sought, fold(name))))
                .filter(candidate -> isNear(sought, candidate))
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(MOST)
                .map(Candidate::name)
                .toList();
    }

    /** The nearest known name, if one is near. */
    public static Optional<String> nearest(String wanted, Collection<String> known) {
        return of(wanted, known).stream().findFirst();
    }

    /** The sentence to append to a message: {@code " Did you mean 'a' or 'b'?"}, or nothing if no name is near. */
    public static String hint(String wanted, Collection<String> known) {
        List<String> near =
                of(wanted, known).stream().map(name -> "'" + shown(name) + "'").toList();
        return near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?";
    }

    /** The sentence for a message: {@code Did you mean 'temperature'?}, or else which names there are. */
    public static String remedy(String wanted, Collection<String> known) {
        return nearest(wanted, known)
                .map(name -> "Did you mean '" + shown(name) + "'?")
                .orElseGet(() ->
                        known.isEmpty() ? "There is none that could be meant." : "Known are " + list(known) + ".");
    }

    private static String list(Collection<String> known) {
        List<String> sorted = known.stream().sorted().map(NearestNames::shown).toList();
        String shown = String.join(", ", sorted.subList(0, Math.min(LISTED, sorted.size())));
        return sorted.size() > LISTED ? shown + " and " + (sorted.size() - LISTED) + " more" : shown;
    }

    /**
     * A name to be shown in a message: on one line, and of a long one its beginning. Known names may be a user's own too,
     * such as fields of a dataset.
     */
    public static String shown(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints().limit(LONGEST_SHOWN).forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return name.codePointCount(0, name.length()) > LONGEST_SHOWN ? shown + "…" : shown.toString();
    }

    private static boolean isNear(String sought, Candidate candidate) {
        String folded = candidate.folded();
        boolean prefix = Math.min(sought.length(), folded.length()) >= 2
                && (folded.startsWith(sought) || sought.startsWith(folded));
        return prefix || candidate.distance() <= Math.max(1, Math.max(sought.length(), folded.length()) / 3);
    }

    private static String fold(String name) {
        String cut = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        String letters = cut.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return letters.isEmpty() ? cut : letters;
    }

    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        Arrays.setAll(last, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
