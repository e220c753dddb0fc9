package dev.assay.scoring.arena;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Draws with replacement from weighted votes, as many as there were: a multinomial draw, made of one binomial draw for
 * each vote given those before it, so that its cost grows with the number of different votes and not with their weight.
 * Takes numbers from the generator as numpy's {@code Generator.multinomial} does. Immutable.
 */
final class Resampling {

    /** Inversion walks through this many expected successes at most; more are split. */
    private static final double LARGEST_MEAN = 30;

    private final double[] shares;
    private final long size;

    Resampling(double[] weights) {
        double total = Arrays.stream(weights).sum();
        shares = Arrays.stream(weights).map(weight -> weight / total).toArray();
        size = Math.round(total);
    }

    /** How often each vote was drawn. */
    double[] draw(RandomGenerator random) {
        double[] counts = new double[shares.length];
        long left = size;
        double rest = 1;
        for (int i = 0; i < shares.length - 1 && left > 0; i++) {
            long drawn = binomial(left, Math.min(1, shares[i] / rest), random);
            counts[i] = drawn;
            left -= drawn;
            rest -= shares[i];
        }
        if (left > 0) {
            counts[lastPossible()] += left;
        }
        return counts;
    }

    private int lastPossible() {
        int last = shares.length - 1;
        while (last > 0 && shares[last] == 0) {
            last--;
        }
        return last;
    }

    private static long binomial(long n, double p, RandomGenerator random) {
        if (n == 0 || !(p > 0)) {
            return 0;
        }
        if (p > 0.5) {
            return n - binomial(n, 1 - p, random);
        }
        if (n * p > LARGEST_MEAN) {
            return binomial(n / 2, p, random) + binomial(n - n / 2, p, random);
        }
        return inverted(n, p, random);
    }

    /** The least x at which the distribution reaches a uniform number. */
    private static long inverted(long n, double p, RandomGenerator random) {
        double q = 1 - p;
        double none = StrictMath.exp(n * StrictMath.log1p(-p));
        long bound = (long) Math.min(n, n * p + 10 * StrictMath.sqrt(n * p * q + 1));
        long x = 0;
        double mass = none;
        double place = random.nextDouble();
        while (place > mass) {
            x++;
            if (x > bound) {
                // So far out only rounding gets.
                x = 0;
                mass = none;
                place = random.nextDouble();
            } else {
                place -= mass;
                mass = (n - x + 1) * p * mass / (x * q);
            }
        }
        return x;
    }
}
