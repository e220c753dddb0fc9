package dev.assay.scoring.metric;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a metric says of one sample: a value, or why there is none. Never NaN. */
public sealed interface Score {

    /** @param value finite */
    record Value(double value) implements Score {
        public Value {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a score is finite, not " + value);
            }
        }
    }

    /**
     * The item cannot be scored by this metric, whatever the answer: its data are at fault. Such a sample counts as
     * missing, not as wrong.
     *
     * @param reason for people; holds no part of the answer
     */
    record Unscorable(String reason) implements Score {}

    Score RIGHT = new Value(1);
    Score WRONG = new Value(0);

    static Score of(boolean right) {
        return right ? RIGHT : WRONG;
    }

    /** A value; what is not a finite number says nothing of the sample. */
    static Score of(double value) {
        if (!Double.isFinite(value)) {
            return new Unscorable("the metric gives no finite number here");
        }
        return value == 1 ? RIGHT : value == 0 ? WRONG : new Value(value);
    }

    /** The value, empty if there is none. */
    default Optional<Double> asValue() {
        return switch (this) {
            case Value value -> Optional.of(value.value());
            case Unscorable unscorable -> Optional.empty();
        };
    }

    /**
     * The best score over the references. References that cannot be scored are passed over unless all are so.
     *
     * @param scoring the score against one reference; higher is better
     */
    static Score best(List<String> references, Function<String, Score> scoring) {
        Score best = new Unscorable("the item has no reference");
        for (String reference : references) {
            Score score = scoring.apply(reference);
            if (rank(score) > rank(best) || best instanceof Unscorable) {
                best = score;
            }
            if (rank(best) >= 1) {
                break;
            }
        }
        return best;
    }

    private static double rank(Score score) {
        return switch (score) {
            case Value value -> value.value();
            case Unscorable unscorable -> Double.NEGATIVE_INFINITY;
        };
    }
}
