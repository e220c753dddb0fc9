package dev.assay.scoring.sequential;

import java.util.OptionalDouble;

/** What a run is to find out. */
public sealed interface Question {

    /** The least value that is added. */
    double minimum();

    /** The greatest value that is added. */
    double maximum();

    /** The mean that the answer is above or below, if the question has one. */
    default OptionalDouble threshold() {
        return switch (this) {
            case WhichIsBetter ignored -> OptionalDouble.of(0);
            case AboveThreshold above -> OptionalDouble.of(above.limit());
            case Narrower ignored -> OptionalDouble.empty();
        };
    }

    /**
     * Which of two systems is better; what is added are differences of scores on one item, the first minus the second.
     *
     * @param greatest the greatest difference that one item can have, 1 for scores between 0 and 1
     */
    record WhichIsBetter(double greatest) implements Question {
        public WhichIsBetter {
            requireRange(-greatest, greatest);
        }

        @Override
        public double minimum() {
            return -greatest;
        }

        @Override
        public double maximum() {
            return greatest;
        }
    }

    /** Whether the mean score is above or below a threshold between the least and the greatest score. */
    record AboveThreshold(double limit, double minimum, double maximum) implements Question {
        public AboveThreshold {
            requireRange(minimum, maximum);
            if (!(limit > minimum && limit < maximum)) {
                throw new IllegalArgumentException("a threshold lies within the range of scores, not at " + limit);
            }
        }
    }

    /** What the mean score is, to an interval no wider than this. */
    record Narrower(double width, double minimum, double maximum) implements Question {
        public Narrower {
            requireRange(minimum, maximum);
            if (!(width > 0)) {
                throw new IllegalArgumentException("a width is above 0, not " + width);
            }
        }
    }

    private static void requireRange(double minimum, double maximum) {
        if (!(minimum < maximum) || !Double.isFinite(maximum - minimum)) {
            throw new IllegalArgumentException("no range: " + minimum + " to " + maximum);
        }
    }
}
