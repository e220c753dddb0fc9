package dev.assay.contracts.spec;

import java.math.BigDecimal;
import java.util.Optional;

/** Exact decimals from text, within bounds that no price, budget or parameter needs to leave. */
final class Decimals {

    private static final int MOST_DIGITS = 40;
    private static final int WHOLE_DIGITS = 20;
    private static final int FRACTION_DIGITS = 30;

    private Decimals() {}

    /** Empty if the text is no decimal, or has more than 20 digits before the point or 30 behind it. */
    static Optional<BigDecimal> read(String text) {
        if (text.isEmpty() || text.length() > MOST_DIGITS || !text.chars().allMatch(Decimals::mayStand)) {
            return Optional.empty();
        }
        try {
            BigDecimal value = new BigDecimal(text);
            // Counted before anything is unfolded: 1e999999999 would have a billion digits.
            boolean inBounds =
                    (long) value.precision() - value.scale() <= WHOLE_DIGITS && value.scale() <= FRACTION_DIGITS;
            return inBounds ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Digits of other scripts are decimals for Java, but not here. */
    private static boolean mayStand(int c) {
        return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
    }

    static boolean isWhole(BigDecimal value) {
        return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
    }

    /** Empty if the value has a fraction or does not fit. */
    static Optional<Long> whole(BigDecimal value) {
        boolean fits = isWhole(value) && value.toBigInteger().bitLength() < Long.SIZE;
        return fits ? Optional.of(value.longValueExact()) : Optional.empty();
    }
}
