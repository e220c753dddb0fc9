package dev.assay.scoring.edit;

/**
 * Distances and likenesses of two texts, code point by code point, with the values of RapidFuzz 3. Stateless.
 *
 * <p>Distances are from 0, less is nearer. Likenesses are from 0 to 1, more is nearer; two empty texts are alike.
 */
public final class EditDistance {

    private EditDistance() {}

    /** Fewest insertions, deletions and replacements (Levenshtein 1965). */
    public static int levenshtein(String first, String second) {
        return Levenshtein.distance(symbols(first), symbols(second));
    }

    /** 1 - {@link #levenshtein} divided by the length of the longer text. */
    public static double levenshteinSimilarity(String first, String second) {
        int[] left = symbols(first);
        int[] right = symbols(second);
        return similarity(Levenshtein.distance(left, right), Math.max(left.length, right.length));
    }

    /** Fewest insertions and deletions. */
    public static int indel(String first, String second) {
        int[] left = symbols(first);
        int[] right = symbols(second);
        return left.length + right.length - 2 * LongestCommon.length(left, right);
    }

    /** 1 - {@link #indel} divided by the sum of both lengths. */
    public static double indelSimilarity(String first, String second) {
        int[] left = symbols(first);
        int[] right = symbols(second);
        int both = left.length + right.length;
        return similarity(both - 2 * LongestCommon.length(left, right), both);
    }

    /** The length of the longest common subsequence. */
    public static int longestCommonSubsequence(String first, String second) {
        return LongestCommon.length(symbols(first), symbols(second));
    }

    /**
     * Fewest insertions, deletions, replacements and swaps of neighbours, unrestricted (Damerau 1964).
     *
     * @throws IllegalArgumentException if the product of both lengths is beyond some millions
     */
    public static int damerauLevenshtein(String first, String second) {
        return DamerauLevenshtein.distance(symbols(first), symbols(second));
    }

    /** Jaro's likeness (1989). */
    public static double jaro(String first, String second) {
        return Jaro.similarity(symbols(first), symbols(second));
    }

    /** Jaro's likeness, raised for up to four common first code points if it is above 0.7 (Winkler 1990). */
    public static double jaroWinkler(String first, String second) {
        return Jaro.winkler(symbols(first), symbols(second));
    }

    /** Fewest insertions, deletions and replacements between sequences in which equal symbols have equal numbers. */
    public static int levenshtein(int[] first, int[] second) {
        return Levenshtein.distance(first, second);
    }

    private static double similarity(int distance, int greatest) {
        return greatest == 0 ? 1 : 1 - (double) distance / greatest;
    }

    private static int[] symbols(String text) {
        return text.codePoints().toArray();
    }
}
