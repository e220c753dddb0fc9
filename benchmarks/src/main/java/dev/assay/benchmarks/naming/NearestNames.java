package dev.assay.benchmarks.naming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the known names that somebody probably meant. Stateless, safe for use by many threads. */
public final class NearestNames {

    private static final int MOST = 3;
    private static final int LONGEST = 100;

    private NearestNames() {}

    /**
     * At most three known names, nearest first, at an edit distance (insert, delete, replace, swap of neighbours; case
     * ignored) of at most a third of the longer name, or of which one begins with the other. Ties are in alphabetical
     * order, so the answer does not depend on the order of {@code known}.
     */
    public static List<String> of(String wanted, Collection<String> known) {
        String sought = cut(wanted);
        List<Candidate> near = new ArrayList<>();
        for (String name : known) {
            String folded = cut(name);
            int distance = distance(sought, folded);
            boolean prefix = sought.length() >= 2 && (folded.startsWith(sought) || sought.startsWith(folded));
            if (prefix || distance <= Math.max(1, Math.max(sought.length(), folded.length()) / 3)) {
                near.add(new Candidate(name, distance));
            }
        }
        near.sort(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name));
        return near.stream().limit(MOST).map(Candidate::name).toList();
    }

    /** The sentence to append to a message: {@code " Did you mean 'a' or 'b'?"}, or nothing if no name is near. */
    public static String hint(String wanted, Collection<String> known) {
        List<String> near = of(wanted, known).stream().map(n -> "'" + n + "'").toList();
        return near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?";
    }

    private static String cut(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return folded.length() <= LONGEST ? folded : folded.substring(0, LONGEST);
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

    private record Candidate(String name, int distance) {}
}
