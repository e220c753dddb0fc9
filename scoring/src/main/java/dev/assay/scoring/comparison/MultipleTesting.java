package dev.assay.scoring.comparison;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Corrects p-values for there being several. An adjusted p-value at or below a level rejects at that level.
 *
 * <p>Bonferroni, Šidák and Holm bound the chance of any false rejection: Holm for a few planned comparisons. Benjamini
 * and Hochberg, and Benjamini and Yekutieli for any dependence, bound the share of false among the rejections: for
 * leaderboards. Reference: statsmodels {@code multipletests}.
 */
public enum MultipleTesting {
    BONFERRONI {
        @Override
        double[] raw(double[] sorted) {
            return each(sorted, i -> sorted[i] * sorted.length);
        }
    },
    SIDAK {
        @Override
        double[] raw(double[] sorted) {
            return each(sorted, i -> -StrictMath.expm1(sorted.length * StrictMath.log1p(-sorted[i])));
        }
    },
    HOLM {
        @Override
        double[] raw(double[] sorted) {
            double[] raw = each(sorted, i -> sorted[i] * (sorted.length - i));
            for (int i = 1; i < raw.length; i++) {
                raw[i] = Math.max(raw[i], raw[i - 1]);
            }
            return raw;
        }
    },
    BENJAMINI_HOCHBERG {
        @Override
        double[] raw(double[] sorted) {
            return stepUp(sorted, 1);
        }
    },
    BENJAMINI_YEKUTIELI {
        @Override
        double[] raw(double[] sorted) {
            double harmonic = IntStream.rangeClosed(1, sorted.length)
                    .mapToDouble(i -> 1.0 / i)
                    .sum();
            return stepUp(sorted, harmonic);
        }
    };

    abstract double[] raw(double[] sorted);

    /**
     * The adjusted p-values, in the order given, at most 1.
     *
     * @param pValues between 0 and 1
     */
    public double[] adjusted(double... pValues) {
        if (!Arrays.stream(pValues).allMatch(p -> p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a p-value lies between 0 and 1");
        }
        Integer[] order = IntStream.range(0, pValues.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> pValues[i]));
        double[] raw = raw(Arrays.stream(order).mapToDouble(i -> pValues[i]).toArray());
        double[] adjusted = new double[pValues.length];
        for (int i = 0; i < raw.length; i++) {
            adjusted[order[i]] = Math.min(1, raw[i]);
        }
        return adjusted;
    }

    private static double[] each(double[] sorted, IntToDoubleFunction adjusted) {
        return IntStream.range(0, sorted.length).mapToDouble(adjusted).toArray();
    }

    private static double[] stepUp(double[] sorted, double factor) {
        double[] raw = each(sorted, i -> sorted[i] * factor * sorted.length / (i + 1));
        for (int i = raw.length - 2; i >= 0; i--) {
            raw[i] = Math.min(raw[i], raw[i + 1]);
        }
        return raw;
    }
}
