package dev.assay.scoring.comparison;

import dev.assay.scoring.statistics.BinomialDistribution;
import dev.assay.scoring.statistics.NormalDistribution;
import dev.assay.scoring.statistics.Sums;
import dev.assay.scoring.statistics.TestResult;
import java.util.Arrays;
import java.util.Optional;

/** Tests that use the order of values alone, two-sided. Pure functions. */
public final class RankTests {

    private static final int EXACT_PAIRS = 50;
    private static final int EXACT_SAMPLE = 8;

    private RankTests() {}

    /**
     * Wilcoxon's signed-rank test, with scipy's choices: pairs without difference are left out; the exact distribution
     * for up to 50 pairs all of which differ, which shared ranks only approximate; else the normal one, corrected for ties.
     *
     * @return the lesser rank sum; empty if no pair differs
     */
    public static Optional<TestResult> wilcoxon(double[] a, double[] b) {
        double[] all = Sums.differences(a, b);
        double[] d = Arrays.stream(all).filter(x -> x != 0).toArray();
        if (d.length == 0) {
            return Optional.empty();
        }
        Ranks ranks = Ranks.of(Arrays.stream(d).map(Math::abs).toArray());
        double plus = 0;
        double minus = 0;
        for (int i = 0; i < d.length; i++) {
            if (d[i] > 0) {
                plus += ranks.of()[i];
            } else {
                minus += ranks.of()[i];
            }
        }
        double statistic = Math.min(plus, minus);
        if (all.length <= EXACT_PAIRS && d.length == all.length) {
            return Optional.of(new TestResult(statistic, exactSignedRank(d.length, (int) plus)));
        }
        double n = d.length;
        double variance = (n * (n + 1) * (2 * n + 1) - 0.5 * ranks.ties()) / 24;
        double z = (statistic - n * (n + 1) / 4) / StrictMath.sqrt(variance);
        return Optional.of(new TestResult(statistic, NormalDistribution.outside(z)));
    }

    private static double exactSignedRank(int n, int plus) {
        int greatest = n * (n + 1) / 2;
        double[] chances = new double[greatest + 1];
        chances[0] = 1;
        for (int rank = 1; rank <= n; rank++) {
            for (int sum = greatest; sum >= 0; sum--) {
                chances[sum] = (chances[sum] + (sum >= rank ? chances[sum - rank] : 0)) / 2;
            }
        }
        if (plus == greatest / 2) {
            return 1;
        }
        double less = Sums.sum(Arrays.copyOfRange(chances, 0, plus + 1));
        double greater = Sums.sum(Arrays.copyOfRange(chances, plus, greatest + 1));
        return Math.min(1, 2 * Math.min(less, greater));
    }

    /**
     * Mann and Whitney's U of a, with scipy's choices: exact if one sample has at most 8 values and none are equal; else
     * normal with correction for ties and continuity.
     */
    public static TestResult mannWhitney(double[] a, double[] b) {
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        Ranks ranks = Ranks.of(both);
        double u = Sums.sum(Arrays.copyOf(ranks.of(), a.length)) - a.length * (a.length + 1) / 2.0;
        double pairs = (double) a.length * b.length;
        double greater = Math.max(u, pairs - u);
        if ((a.length <= EXACT_SAMPLE || b.length <= EXACT_SAMPLE) && ranks.ties() == 0) {
            return new TestResult(u, Math.min(1, 2 * exactAtLeast(a.length, b.length, (int) greater)));
        }
        double n = both.length;
        double variance = pairs / 12 * (n + 1 - ranks.ties() / (n * (n - 1)));
        double z = (greater - pairs / 2 - 0.5) / StrictMath.sqrt(variance);
        return new TestResult(u, Math.min(1, 2 * NormalDistribution.above(z)));
    }

    /** The probability of at least u among all orders of two samples. */
    private static double exactAtLeast(int m, int n, int u) {
        // chances[j] is the distribution of U for i values of one and j of the other sample; the greatest value of all
        // belongs to the first with probability i / (i + j), and then exceeds all j of the other.
        double[][] chances = new double[n + 1][];
        for (int j = 0; j <= n; j++) {
            chances[j] = new double[] {1};
        }
        for (int i = 1; i <= m; i++) {
            chances[0] = new double[] {1};
            for (int j = 1; j <= n; j++) {
                double[] next = new double[i * j + 1];
                double first = (double) i / (i + j);
                for (int k = 0; k < next.length; k++) {
                    double above = k >= j && k - j < chances[j].length ? chances[j][k - j] : 0;
                    double below = k < chances[j - 1].length ? chances[j - 1][k] : 0;
                    next[k] = first * above + (1 - first) * below;
                }
                chances[j] = next;
            }
        }
        return Sums.sum(Arrays.copyOfRange(chances[n], u, m * n + 1));
    }

    /**
     * What came out more often.
     *
     * @param p two-sided, of a fair coin; 1 if no pair differs
     */
    public record Signs(int wins, int losses, double p) {}

    /** The sign test: wins and losses of a against b, ties left out. */
    public static Signs signs(double[] a, double[] b) {
        double[] d = Sums.differences(a, b);
        int wins = (int) Arrays.stream(d).filter(x -> x > 0).count();
        int losses = (int) Arrays.stream(d).filter(x -> x < 0).count();
        return new Signs(wins, losses, BinomialDistribution.fairCoin(wins, wins + losses));
    }
}
