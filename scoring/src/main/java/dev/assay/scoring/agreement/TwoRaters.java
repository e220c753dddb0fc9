package dev.assay.scoring.agreement;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What two raters said of the same units, in the same order. Immutable.
 *
 * @param first the first rater's categories
 * @param second the second rater's, as many
 * @param <T> categories with an order, which weighted kappa needs
 */
public record TwoRaters<T extends Comparable<? super T>>(List<T> first, List<T> second) {

    /** How much a disagreement counts in Cohen's kappa. */
    public enum Weights {
        /** Every disagreement alike. */
        NONE,
        /** By the distance of the categories' ranks among those that were used. */
        LINEAR,
        /** By the square of that distance. */
        QUADRATIC
    }

    public TwoRaters {
        first = List.copyOf(first);
        second = List.copyOf(second);
        if (first.size() != second.size()) {
            throw new IllegalArgumentException("%d ratings against %d".formatted(first.size(), second.size()));
        }
    }

    /** The share of units of which both say the same, from 0 to 1. It does not take chance into account. */
    public Agreement percent() {
        if (first.isEmpty()) {
            return new Agreement.Undefined(Agreement.Reason.NOTHING_TO_COMPARE);
        }
        int same = 0;
        for (int i = 0; i < first.size(); i++) {
            same += Objects.equals(first.get(i), second.get(i)) ? 1 : 0;
        }
        return new Agreement.Value((double) same / first.size());
    }

    /**
     * Cohen's kappa: 1 - Σ w o / Σ w e over all pairs of categories, with o what was observed and e what the raters' own
     * frequencies give by chance.
     *
     * <p>Source: J. Cohen (1960, weighted 1968); scikit-learn, {@code cohen_kappa_score}. The weight of a disagreement is
     * the distance in ranks of the categories that either rater used, not of their values. At most 1. Not defined if
     * both always say one and the same category.
     */
    public Agreement cohen(Weights weights) {
        if (first.isEmpty()) {
            return new Agreement.Undefined(Agreement.Reason.NOTHING_TO_COMPARE);
        }
        TreeSet<T> used = new TreeSet<>(first);
        used.addAll(second);
        List<T> categories = List.copyOf(used);
        double[] rows = new double[categories.size()];
        double[] columns = new double[categories.size()];
        double observed = 0;
        for (int i = 0; i < first.size(); i++) {
            int row = rank(categories, first.get(i));
            int column = rank(categories, second.get(i));
            rows[row]++;
            columns[column]++;
            observed += weight(weights, row, column);
        }
        double expected = 0;
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                expected += weight(weights, row, column) * rows[row] * columns[column] / first.size();
            }
        }
        return categories.size() == 1
                ? new Agreement.Undefined(Agreement.Reason.ONE_CATEGORY)
                : Agreement.beyondChance(observed, expected);
    }

    private static <T extends Comparable<? super T>> int rank(List<T> categories, T category) {
        return Collections.binarySearch(categories, category);
    }

    private static double weight(Weights weights, int row, int column) {
        double distance = Math.abs(row - column);
        return switch (weights) {
            case NONE -> Math.min(distance, 1);
            case LINEAR -> distance;
            case QUADRATIC -> distance * distance;
        };
    }
}
