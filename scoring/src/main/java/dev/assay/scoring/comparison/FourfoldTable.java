package dev.assay.scoring.comparison;

import dev.assay.scoring.statistics.BinomialDistribution;
import dev.assay.scoring.statistics.NormalDistribution;
import dev.assay.scoring.statistics.TestResult;
import java.util.Optional;

/**
 * Counts of two independent groups with two outcomes: a and b of the first, c and d of the second. Immutable. References:
 * scipy {@code chi2_contingency} and {@code fisher_exact}.
 */
public record FourfoldTable(long a, long b, long c, long d) {

    private static final double ROUNDING = 1 + 1e-13;

    public FourfoldTable {
        if (Math.min(Math.min(a, b), Math.min(c, d)) < 0) {
            throw new IllegalArgumentException("counts are not negative");
        }
    }

    private boolean hasEmptyMargin() {
        return a + b == 0 || c + d == 0 || a + c == 0 || b + d == 0;
    }

    /**
     * Pearson's chi-square test with one degree of freedom; empty if a row or column is empty.
     *
     * @param corrected with Yates' correction: every count moved towards its expectation by one half, but not beyond
     */
    public Optional<TestResult> chiSquare(boolean corrected) {
        if (hasEmptyMargin()) {
            return Optional.empty();
        }
        double n = a + b + c + d;
        double off = Math.abs(a - (double) (a + b) * (a + c) / n);
        double distance = corrected ? off - Math.min(0.5, off) : off;
        double perCell = 0;
        for (double row : new double[] {a + b, c + d}) {
            for (double column : new double[] {a + c, b + d}) {
                perCell += n / (row * column);
            }
        }
        double statistic = distance * distance * perCell;
        return Optional.of(new TestResult(statistic, NormalDistribution.outside(StrictMath.sqrt(statistic))));
    }

    /**
     * Fisher's exact test, two-sided: the tables with the same margins that are no likelier than this one.
     *
     * @return as statistic the sample's odds ratio ad / bc, infinite if bc is 0, NaN if a row or column is empty
     */
    public TestResult fisher() {
        if (hasEmptyMargin()) {
            return new TestResult(Double.NaN, 1);
        }
        double odds = b > 0 && c > 0 ? (double) a * d / ((double) b * c) : Double.POSITIVE_INFINITY;
        double limit = chance(a) * ROUNDING;
        double p = 0;
        for (long k = Math.max(0, a - d); k <= Math.min(a + b, a + c); k++) {
            double chance = chance(k);
            p += chance <= limit ? chance : 0;
        }
        return new TestResult(odds, Math.min(1, p));
    }

    /** The hypergeometric chance of k in the first cell, as a ratio of binomial ones, which keeps its digits. */
    private double chance(long k) {
        double share = (double) (a + c) / (a + b + c + d);
        return BinomialDistribution.exactly(k, a + b, share)
                * BinomialDistribution.exactly(a + c - k, c + d, share)
                / BinomialDistribution.exactly(a + c, a + b + c + d, share);
    }
}
