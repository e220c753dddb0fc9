package dev.assay.scoring.comparison;

import dev.assay.scoring.statistics.BinomialDistribution;
import dev.assay.scoring.statistics.NormalDistribution;
import dev.assay.scoring.statistics.Sums;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Tests of no difference by all ways, or many random ways, in which chance could have dealt the values; two-sided: twice
 * the smaller tail, at most 1. Results within rounding of the observed one count as equal. Pure functions.
 */
public final class PermutationTests {

    /** Up to so many pairs that differ, all 2ⁿ signs are tried. */
    public static final int EXACT_PAIRS = 16;

    /**
     * From so many pairs that differ on, the limit of all signs is taken instead of random ones. It is a normal
     * distribution, from which a sum of so many random signs is much less far than 10,000 draws are from their own.
     */
    public static final int MANY_PAIRS = 2_000;

    /** No pair may make up more than this share of all squares, or the limit is not reached. */
    private static final double LARGEST_SHARE = 0.005;

    private static final double ROUNDING = 1e-14;

    private PermutationTests() {}

    /**
     * Signs of paired differences, all of them. Reference: scipy {@code permutation_test}, type samples.
     *
     * @param differences of which at most 24 are not 0
     */
    public static double exactSigns(double[] differences) {
        double[] d = Arrays.stream(differences).filter(x -> x != 0).toArray();
        if (d.length > 24) {
            throw new IllegalArgumentException("too many signs to try all: " + d.length);
        }
        Tail tail = new Tail(Sums.sum(d));
        for (int signs = 0; signs < 1 << d.length; signs++) {
            double sum = 0;
            for (int i = 0; i < d.length; i++) {
                sum += (signs >> i & 1) == 0 ? d[i] : -d[i];
            }
            tail.add(sum);
        }
        return tail.p(0);
    }

    /**
     * Signs of paired differences: exact if at most {@link #EXACT_PAIRS} are not 0, or if all that are not 0 have the same
     * size, as of right and wrong answers; by the limit from {@link #MANY_PAIRS} on; else by random signs, the observed ones
     * counting as one of them, so that p is never 0 and never too small on average (Phipson and Smyth, 2010).
     *
     * @param draws how many random signs, such as 10,000
     */
    public static double signs(double[] differences, int draws, RandomGenerator random) {
        double[] d = Arrays.stream(differences).filter(x -> x != 0).toArray();
        if (d.length <= EXACT_PAIRS) {
            return exactSigns(d);
        }
        if (Arrays.stream(d).allMatch(x -> Math.abs(x) == Math.abs(d[0]))) {
            return equalSizes(d);
        }
        double squares = Arrays.stream(d).map(x -> x * x).sum();
        double largest = Arrays.stream(d).map(x -> x * x).max().orElse(0);
        if (d.length >= MANY_PAIRS && largest <= LARGEST_SHARE * squares) {
            return 2 * NormalDistribution.below(-Math.abs(Sums.sum(d)) / StrictMath.sqrt(squares));
        }
        Tail tail = new Tail(Sums.sum(d));
        for (int draw = 0; draw < draws; draw++) {
            double sum = 0;
            for (int i = 0; i < d.length; i += Long.SIZE) {
                long bits = random.nextLong();
                for (int j = i; j < Math.min(d.length, i + Long.SIZE); j++, bits >>>= 1) {
                    sum += (bits & 1) == 0 ? d[j] : -d[j];
                }
            }
            tail.add(sum);
        }
        return tail.p(1);
    }

    /** All signs of differences of one size: how many are above 0 is binomial. */
    private static double equalSizes(double[] d) {
        long above = Arrays.stream(d).filter(x -> x > 0).count();
        return Math.min(1, 2 * BinomialDistribution.atMost(Math.min(above, d.length - above), d.length, 0.5));
    }

    /** All ways to deal the values of two independent samples, for up to 24 values in all. */
    public static double exactIndependent(double[] a, double[] b) {
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        if (both.length > 24) {
            throw new IllegalArgumentException("too many ways to deal " + both.length + " values");
        }
        Tail tail = new Tail(Sums.mean(a) - Sums.mean(b));
        for (int chosen = 0; chosen < 1 << both.length; chosen++) {
            if (Integer.bitCount(chosen) == a.length) {
                tail.add(difference(both, chosen, a.length));
            }
        }
        return tail.p(0);
    }

    private static double difference(double[] both, int chosen, int count) {
        double in = 0;
        double out = 0;
        for (int i = 0; i < both.length; i++) {
            if ((chosen >> i & 1) == 1) {
                in += both[i];
            } else {
                out += both[i];
            }
        }
        return in / count - out / (both.length - count);
    }

    /** Counts results on both sides of the observed one. */
    private static final class Tail {
        private final double observed;
        private final double rounding;
        private long less;
        private long greater;
        private long all;

        Tail(double observed) {
            this.observed = observed;
            // Sums of n terms round by a few ulps of the sum of their sizes; a floor covers results near 0.
            this.rounding = Math.max(ROUNDING * 100, Math.abs(observed) * ROUNDING * 100);
        }

        void add(double value) {
            less += value <= observed + rounding ? 1 : 0;
            greater += value >= observed - rounding ? 1 : 0;
            all++;
        }

        double p(int observedCounts) {
            return Math.min(1, 2.0 * (Math.min(less, greater) + observedCounts) / (all + observedCounts));
        }
    }
}
