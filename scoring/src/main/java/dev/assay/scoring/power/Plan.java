package dev.assay.scoring.power;

import dev.assay.scoring.statistics.NormalDistribution;
import java.util.function.DoubleUnaryOperator;

/**
 * Items for a difference, and the least difference that a number of items shows. Two-sided tests. Immutable.
 *
 * @param alpha the chance to see a difference where there is none, such as 0.05
 * @param power the chance to see the difference that is there, such as 0.8
 */
public record Plan(double alpha, double power) {

    public Plan {
        if (!(alpha > 0 && alpha < power && power > 0.5 && power < 1)) {
            throw new IllegalArgumentException("no plan for level " + alpha + " and power " + power);
        }
    }

    /** Level 0.05 and power 0.8. */
    public static Plan usual() {
        return new Plan(0.05, 0.8);
    }

    /**
     * Items for a difference of right answers on the same items: (z√ψ + z'√(ψ - δ²))² / δ² with ψ the share of items on
     * which one alone is right, plus 1 / δ for the steps of counting (Connor 1987; Miettinen 1968). For McNemar's mid-p.
     *
     * @param difference δ between the shares of right answers, above 0
     * @param discordance ψ, from δ to 1; the less alike the two are, the more items are needed
     */
    public long pairedBinary(double difference, double discordance) {
        if (!(difference > 0 && discordance >= difference && discordance <= 1)) {
            throw new IllegalArgumentException(
                    "a difference of %s with %s of the items differing".formatted(difference, discordance));
        }
        double root =
                z() * StrictMath.sqrt(discordance) + zPower() * StrictMath.sqrt(discordance - difference * difference);
        return up(root * root / (difference * difference) + steps(difference));
    }

    // Mid-p undoes nearly all of what a test by counts loses to its steps; what is left was found by simulation.
    private static double steps(double difference) {
        return 0.25 / difference;
    }

    /** Items for a mean difference of graded scores on the same items. @param deviation of the differences, above 0 */
    public long pairedGraded(double difference, double deviation) {
        double effect = requirePositive(difference) / requirePositive(deviation);
        // The t-test loses about z²/2 items to not knowing the deviation (Guenther 1981).
        double size = (z() + zPower()) * (z() + zPower()) / (effect * effect) + z() * z() / 2;
        return up(Math.max(3, size));
    }

    /** Items for each of two systems that answer different items. */
    public long unpairedBinary(double first, double second) {
        return up(Power.sizeNormal(Power.proportionEffect(first, second), alpha, power));
    }

    /** Items for each of two systems that answer different items. @param deviation of the scores */
    public long unpairedGraded(double difference, double deviation) {
        return up(Power.sizeStudent(requirePositive(difference) / requirePositive(deviation), alpha, power));
    }

    /** The least difference that {@link #pairedBinary} shows with so many items; empty ranges give the discordance itself. */
    public double detectablePairedBinary(long items, double discordance) {
        return least(discordance, difference -> pairedBinary(difference, discordance) <= items ? 1 : 0);
    }

    /** The least mean difference that {@link #pairedGraded} shows with so many items, more than two. */
    public double detectablePairedGraded(long items, double deviation) {
        double room = items - z() * z() / 2;
        if (!(room > 0)) {
            throw new IllegalArgumentException(items + " items show no difference");
        }
        return (z() + zPower()) * requirePositive(deviation) / StrictMath.sqrt(room);
    }

    /** The least rise from a share that {@link #unpairedBinary} shows with so many items for each system. */
    public double detectableUnpairedBinary(long items, double share) {
        return least(1 - share, rise -> unpairedBinary(share, share + rise) <= items ? 1 : 0);
    }

    /** The least point at which the test is 1, if it is 0 below some point and 1 above; the greatest if it is nowhere. */
    private static double least(double greatest, DoubleUnaryOperator test) {
        double low = 0;
        double high = greatest;
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            if (middle > 0 && test.applyAsDouble(middle) == 1) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private double z() {
        return NormalDistribution.upperQuantile(alpha / 2);
    }

    private double zPower() {
        return NormalDistribution.upperQuantile(1 - power);
    }

    private static long up(double size) {
        return (long) Math.ceil(size - 1e-9);
    }

    private static double requirePositive(double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException("above 0 and finite, not " + value);
        }
        return value;
    }
}
