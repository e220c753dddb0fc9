package dev.assay.scoring.comparison;

import dev.assay.scoring.statistics.BinomialDistribution;
import dev.assay.scoring.statistics.NormalDistribution;
import dev.assay.scoring.statistics.TestResult;

/**
 * Two systems right or wrong on the same items, and McNemar's tests that both are right equally often. Only the items on
 * which one alone is right count. Immutable. Reference: statsmodels {@code mcnemar}; mid-p of Fagerland, Lydersen and
 * Laake, BMC Medical Research Methodology 13 (2013).
 *
 * @param bothRight items
 * @param onlyFirst right by the first alone
 * @param onlySecond right by the second alone
 * @param bothWrong items
 */
public record McNemar(long bothRight, long onlyFirst, long onlySecond, long bothWrong) {

    public McNemar {
        if (Math.min(Math.min(bothRight, onlyFirst), Math.min(onlySecond, bothWrong)) < 0) {
            throw new IllegalArgumentException("counts are not negative");
        }
    }

    /** Counts. @throws IllegalArgumentException if they are not equally many */
    public static McNemar of(boolean[] first, boolean[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(first.length + " items cannot be paired with " + second.length);
        }
        long[] counts = new long[4];
        for (int i = 0; i < first.length; i++) {
            counts[(first[i] ? 0 : 2) + (second[i] ? 0 : 1)]++;
        }
        return new McNemar(counts[0], counts[1], counts[2], counts[3]);
    }

    public long discordant() {
        return onlyFirst + onlySecond;
    }

    /** Exact: twice the smaller tail of a fair coin, at most 1. Never errs more often than its level; often less. */
    public TestResult exact() {
        return new TestResult(Math.min(onlyFirst, onlySecond), BinomialDistribution.fairCoin(onlyFirst, discordant()));
    }

    /** The exact p-value less half of the chance of the observed count, on both sides: nearer to its level. */
    public double midP() {
        if (discordant() == 0) {
            return 1;
        }
        long fewer = Math.min(onlyFirst, onlySecond);
        if (onlyFirst == onlySecond) {
            return 1 - BinomialDistribution.exactly(fewer, discordant(), 0.5) / 2;
        }
        double tail = BinomialDistribution.atMost(fewer, discordant(), 0.5);
        return 2 * tail - BinomialDistribution.exactly(fewer, discordant(), 0.5);
    }

    /**
     * The chi-square test (|b - c| - k)² / (b + c), with one degree of freedom and k 1 if corrected, else 0.
     *
     * @return as the reference has it without discordant items: NaN, and infinite with p 0 if corrected
     */
    public TestResult chiSquare(boolean corrected) {
        double distance = Math.abs(onlyFirst - onlySecond) - (corrected ? 1 : 0);
        double statistic = distance * distance / discordant();
        double p = Double.isNaN(statistic) ? statistic : NormalDistribution.outside(StrictMath.sqrt(statistic));
        return new TestResult(statistic, p);
    }
}
