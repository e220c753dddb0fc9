package dev.assay.scoring.agreement;

import java.util.OptionalDouble;

/** A coefficient of agreement, or why there is none. */
public sealed interface Agreement {

    /** @param value finite; 1 is perfect, 0 is what chance gives, below 0 is worse than chance */
    record Value(double value) implements Agreement {
        public Value {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("an agreement is finite, not " + value);
            }
        }
    }

    /** The ratings do not say how far the raters agree. */
    record Undefined(Reason reason) implements Agreement {}

    /** Why there is no coefficient. */
    enum Reason {
        /** No unit has two ratings. */
        NOTHING_TO_COMPARE("no unit was rated twice"),
        /** Every rating is the same: there is nothing on which the raters could have differed. */
        ONE_CATEGORY("only one category was ever used"),
        /** The ratings that can be compared do not vary, so chance alone explains their agreement. */
        NO_VARIATION("the ratings do not vary");

        private final String explanation;

        Reason(String explanation) {
            this.explanation = explanation;
        }

        /** One clause for people. */
        public String explanation() {
            return explanation;
        }
    }

    /** The coefficient, empty if it is not defined. */
    default OptionalDouble asValue() {
        return switch (this) {
            case Value value -> OptionalDouble.of(value.value());
            case Undefined undefined -> OptionalDouble.empty();
        };
    }

    /** 1 - observed / expected disagreement; undefined if none is expected. */
    static Agreement beyondChance(double observed, double expected) {
        return expected == 0 ? new Undefined(Reason.NO_VARIATION) : new Value(1 - observed / expected);
    }
}
