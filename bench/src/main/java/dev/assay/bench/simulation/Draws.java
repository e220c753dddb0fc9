package dev.assay.bench.simulation;

import java.util.random.RandomGenerator;

/** Data as benchmarks give them. */
final class Draws {

    private final RandomGenerator random;

    Draws(RandomGenerator random) {
        this.random = random;
    }

    RandomGenerator random() {
        return random;
    }

    double bit(double chance) {
        return random.nextDouble() < chance ? 1 : 0;
    }

    double uniform(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    /** An overlap score: a quarter 0, two fifths 1, the rest between; mean 0.575. */
    double overlap() {
        double u = random.nextDouble();
        return u < 0.25 ? 0 : u < 0.65 ? 1 : random.nextDouble();
    }

    /** Mostly right: seven tenths 1, the rest between; mean 0.85. */
    double mostlyRight() {
        return random.nextDouble() < 0.7 ? 1 : random.nextDouble();
    }

    /** Mostly wrong: four fifths 0, the rest between; mean 0.1. */
    double mostlyWrong() {
        return random.nextDouble() < 0.8 ? 0 : random.nextDouble();
    }

    /** Four repeats of an item that is right with a chance of its own, high for most; mean 5/6. */
    double repeats() {
        double chance = StrictMath.pow(random.nextDouble(), 0.2);
        return (bit(chance) + bit(chance) + bit(chance) + bit(chance)) / 4;
    }

    /** A difference of right and wrong answers: 1, -1 or 0. */
    double flip(double difference, double discordance) {
        double u = random.nextDouble();
        double gained = (discordance + difference) / 2;
        return u < gained ? 1 : u < discordance ? -1 : 0;
    }

    /** A difference of overlap scores of two alike systems: often 0, else skewed; mean 0.0125. */
    double overlapDifference() {
        double u = random.nextDouble();
        return u < 0.5
                ? 0
                : u < 0.75
                        ? 0.5 * random.nextDouble() - 0.2
                        : u < 0.875 ? -random.nextDouble() * 0.6 : random.nextDouble() * 0.6;
    }
}
