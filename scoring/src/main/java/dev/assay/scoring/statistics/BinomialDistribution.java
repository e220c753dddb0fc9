package dev.assay.scoring.statistics;

/** The binomial distribution. Pure functions. */
public final class BinomialDistribution {

    private BinomialDistribution() {}

    /** The probability of at most k successes, by the incomplete beta function (NIST DLMF 8.17.5). */
    public static double atMost(long k, long trials, double chance) {
        if (k < 0) {
            return 0;
        }
        if (k >= trials) {
            return 1;
        }
        return IncompleteBeta.regularized(trials - k, k + 1, 1 - chance, chance);
    }

    /** The probability of at least k successes. */
    public static double atLeast(long k, long trials, double chance) {
        if (k <= 0) {
            return 1;
        }
        if (k > trials) {
            return 0;
        }
        return IncompleteBeta.regularized(k, trials - k + 1, chance, 1 - chance);
    }

    /** The probability of k successes, as the difference of two tails; for fair coins and others alike. */
    public static double exactly(long k, long trials, double chance) {
        if (k < 0 || k > trials) {
            return 0;
        }
        if (chance <= 0 || chance >= 1) {
            return k == (chance <= 0 ? 0 : trials) ? 1 : 0;
        }
        // The beta integrand x^a y^b / B(a, b) at a = k + 1, b = n - k + 1 is (n + 1) C(n, k) x^a y^b.
        return IncompleteBeta.integrand(k + 1, trials - k + 1, chance, 1 - chance)
                / ((trials + 1) * chance * (1 - chance));
    }

    /** Two-sided p-value of a fair coin: twice the smaller tail, at most 1. */
    public static double fairCoin(long successes, long trials) {
        long fewer = Math.min(successes, trials - successes);
        // Both tails then hold a half or more, which rounding must not hide.
        return 2 * fewer + 1 >= trials ? 1 : Math.min(1, 2 * atMost(fewer, trials, 0.5));
    }
}
