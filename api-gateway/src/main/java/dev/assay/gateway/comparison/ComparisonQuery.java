package dev.assay.gateway.comparison;

import dev.assay.gateway.problem.Refusal;
import dev.assay.scoring.comparison.MultipleTesting;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about the sides.
 *
 * @param metric by which; null: the first that all sides have
 * @param correction of p-values for there being several
 * @param everyPair whether all pairs are compared, or each side with the baseline
 * @param byCategory whether each category is compared too
 * @param confidence of intervals and verdicts
 * @param cluster the field of items that belong together; null: items stand alone
 * @param folds how a choice among the sides is cross-validated; null: not asked for
 */
record ComparisonQuery(
        @Nullable String metric,
        MultipleTesting correction,
        boolean everyPair,
        boolean byCategory,
        double confidence,
        @Nullable String cluster,
        @Nullable FoldRule folds) {

    private static final double USUAL = 0.95;

    /**
     * How items are parted.
     *
     * @param group the field whose values stay in one fold; null: none
     * @param stratify whether each category has its share in every fold
     * @param seed of the order of items
     */
    record FoldRule(int count, boolean stratify, @Nullable String group, long seed) {

        String method() {
            return stratify ? "stratified" : group != null ? "grouped" : "plain";
        }
    }

    /** As it was written in a query; what is null or empty was left out. @throws Refusal that names what is wrong */
    static ComparisonQuery of(
            @Nullable String metric,
            @Nullable String correction,
            @Nullable String pairs,
            boolean byCategory,
            @Nullable String confidence,
            @Nullable String cluster,
            @Nullable FoldRule folds) {
        return new ComparisonQuery(
                given(metric),
                correction(given(correction)),
                everyPair(given(pairs)),
                byCategory,
                confidence(given(confidence)),
                given(cluster),
                folds);
    }

    /** @throws Refusal that names what is wrong */
    static @Nullable FoldRule folds(
            @Nullable String folds, @Nullable String stratify, @Nullable String group, @Nullable String seed) {
        String count = given(folds);
        String field = given(group);
        String label = given(stratify);
        if (count == null) {
            if (field != null || label != null) {
                throw Sides.refused("folds", "is missing, but the folds are described", "Write folds=5.");
            }
            return null;
        }
        if (label != null && !label.equals("category")) {
            throw Sides.refused("stratify", "must be category", "Use group=FIELD to keep items together by a field.");
        }
        if (label != null && field != null) {
            throw Sides.refused("group", "stands beside stratify", "Folds are either stratified or grouped.");
        }
        return new FoldRule(
                whole("folds", count, 2, 1000), label != null, field, whole("seed", or(seed, "1"), 0, 1 << 30));
    }

    private static MultipleTesting correction(@Nullable String text) {
        return switch (text == null ? "holm" : text.toLowerCase(Locale.ROOT)) {
            case "holm" -> MultipleTesting.HOLM;
            case "bh" -> MultipleTesting.BENJAMINI_HOCHBERG;
            default ->
                throw Sides.refused(
                        "correction",
                        "must be holm or bh",
                        "Holm for a few planned comparisons, bh (Benjamini and Hochberg) for a leaderboard.");
        };
    }

    private static boolean everyPair(@Nullable String text) {
        return switch (text == null ? "baseline" : text.toLowerCase(Locale.ROOT)) {
            case "baseline" -> false;
            case "all" -> true;
            default ->
                throw Sides.refused("pairs", "must be baseline or all", "Leave it out to compare with the baseline.");
        };
    }

    private static double confidence(@Nullable String text) {
        try {
            double value = text == null ? USUAL : Double.parseDouble(text);
            if (value >= 0.5 && value < 1) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Answered below, as a number that is out of range is.
        }
        throw Sides.refused("confidence", "must be a number from 0.5 to below 1", "Write confidence=0.95.");
    }

    static int whole(String field, String text, int least, int most) {
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Answered below, as a number that is out of range is.
        }
        throw Sides.refused(
                field, "must be a whole number from " + least + " to " + most, "Leave it out for the default.");
    }

    static @Nullable String given(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static String or(@Nullable String text, String standard) {
        String written = given(text);
        return written == null ? standard : written;
    }
}
