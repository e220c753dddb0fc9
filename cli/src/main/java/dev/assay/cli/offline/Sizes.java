package dev.assay.cli.offline;

import dev.assay.cli.outcome.Failure;
import dev.assay.scoring.power.Plan;

/**
 * The question how many items a comparison needs, or what it can show.
 *
 * @param plan level and power
 * @param scores what is compared
 */
public record Sizes(Plan plan, Scores scores) {

    /** Two systems' scores. */
    public sealed interface Scores {}

    /** Right or wrong on the same items. @param discordance share of items on which one alone is right */
    public record PairedBinary(double discordance) implements Scores {}

    /** Graded, on the same items. @param deviation of the differences */
    public record PairedGraded(double deviation) implements Scores {}

    /** Right or wrong, on different items. @param share that one of them has right */
    public record UnpairedBinary(double share) implements Scores {}

    /** Graded, on different items. @param deviation of the scores */
    public record UnpairedGraded(double deviation) implements Scores {}

    /** @throws Failure if level and power make no sense */
    public static Sizes of(double alpha, double power, Scores scores) {
        try {
            return new Sizes(new Plan(alpha, power), scores);
        } catch (IllegalArgumentException e) {
            throw Failure.badInput("--alpha and --power: " + e.getMessage() + ".");
        }
    }

    /** Items for a difference; of different items, for each system. @throws Failure if there can be no such difference */
    public long items(double difference) {
        return checked(scores -> switch (scores) {
                    case PairedBinary s -> plan.pairedBinary(difference, s.discordance());
                    case PairedGraded s -> plan.pairedGraded(difference, s.deviation());
                    case UnpairedBinary s -> plan.unpairedBinary(s.share(), s.share() + difference);
                    case UnpairedGraded s -> plan.unpairedGraded(difference, s.deviation());
                })
                .longValue();
    }

    /** The least difference that so many items show. @throws Failure if none do */
    public double detectable(long items) {
        if (items < 1) {
            throw Failure.badInput("--items: must be 1 or more.");
        }
        return checked(scores -> switch (scores) {
                    case PairedBinary s -> plan.detectablePairedBinary(items, s.discordance());
                    case PairedGraded s -> plan.detectablePairedGraded(items, s.deviation());
                    case UnpairedBinary s -> plan.detectableUnpairedBinary(items, s.share());
                    case UnpairedGraded s -> unpairedGraded(items, s.deviation());
                })
                .doubleValue();
    }

    private interface Question {
        Number of(Scores scores);
    }

    private Number checked(Question question) {
        try {
            return question.of(scores);
        } catch (IllegalArgumentException e) {
            throw Failure.badInput("There is no such plan: " + e.getMessage() + ".");
        }
    }

    /** The sizes fall as the difference rises, so that halving finds it. */
    private double unpairedGraded(long items, double deviation) {
        double low = 0;
        double high = deviation;
        while (plan.unpairedGraded(high, deviation) > items) {
            if (high > 1000 * deviation) {
                throw new IllegalArgumentException(items + " items show no difference");
            }
            low = high;
            high *= 2;
        }
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            if (middle > 0 && plan.unpairedGraded(middle, deviation) <= items) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
