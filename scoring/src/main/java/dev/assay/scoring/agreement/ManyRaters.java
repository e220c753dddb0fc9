package dev.assay.scoring.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Ratings of units by the same number of raters, who need not be the same persons for each unit. Immutable.
 *
 * @param units a list of categories for each unit
 * @param <T> categories; their order makes no difference
 */
public record ManyRaters<T extends Comparable<? super T>>(List<List<T>> units) {

    public ManyRaters {
        List<List<T>> copied = new ArrayList<>();
        units.forEach(unit -> copied.add(List.copyOf(unit)));
        units = List.copyOf(copied);
        if (units.stream().mapToInt(List::size).distinct().count() > 1) {
            throw new IllegalArgumentException("each unit needs as many ratings as the others");
        }
    }

    /**
     * Fleiss' kappa: (P - Pe) / (1 - Pe), with P the mean share of agreeing pairs of raters in a unit and Pe the sum of
     * the squared frequencies of the categories over all ratings.
     *
     * <p>Source: J. L. Fleiss (1971); statsmodels, {@code fleiss_kappa}. At most 1. Not defined if one category is all
     * that was used, or with fewer than two raters.
     */
    public Agreement fleiss() {
        Map<T, Integer> totals = totals();
        double ratings = totals.values().stream().mapToInt(n -> n).sum();
        return beyond(totals.values().stream()
                .mapToDouble(n -> n / ratings * (n / ratings))
                .sum());
    }

    /**
     * Randolph's free-marginal kappa: as Fleiss', but with chance 1 / k for the k categories that were used, which does
     * not punish raters for a skewed truth.
     *
     * <p>Source: J. J. Randolph (2005); statsmodels, {@code fleiss_kappa(method="randolph")}.
     */
    public Agreement randolph() {
        return beyond(1.0 / totals().size());
    }

    private Agreement beyond(double chance) {
        if (units.isEmpty() || units.getFirst().size() < 2) {
            return new Agreement.Undefined(Agreement.Reason.NOTHING_TO_COMPARE);
        }
        if (totals().size() == 1) {
            return new Agreement.Undefined(Agreement.Reason.ONE_CATEGORY);
        }
        double mean = 0;
        for (List<T> unit : units) {
            double pairs = 0;
            for (int n : count(unit).values()) {
                pairs += (double) n * (n - 1);
            }
            mean += pairs / ((double) unit.size() * (unit.size() - 1)) / units.size();
        }
        return new Agreement.Value((mean - chance) / (1 - chance));
    }

    private Map<T, Integer> totals() {
        return count(units.stream().flatMap(List::stream).toList());
    }

    private static <T extends Comparable<? super T>> Map<T, Integer> count(List<T> ratings) {
        Map<T, Integer> counts = new TreeMap<>();
        ratings.forEach(rating -> counts.merge(rating, 1, Integer::sum));
        return counts;
    }
}
