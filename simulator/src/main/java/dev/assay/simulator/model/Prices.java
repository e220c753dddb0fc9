package dev.assay.simulator.model;

import java.math.BigDecimal;

/**
 * What the simulated provider would charge, for reference: the simulator itself never multiplies.
 *
 * @param input US dollars for a million input tokens
 * @param output US dollars for a million output tokens
 */
public record Prices(BigDecimal input, BigDecimal output) {

    /** Costs nothing. */
    public static final Prices FREE = new Prices(BigDecimal.ZERO, BigDecimal.ZERO);

    private static final int WHOLE_DIGITS = 12;
    private static final int DECIMALS = 30;

    public Prices {
        requirePrice(input);
        requirePrice(output);
    }

    /** Digits are counted before anything is unfolded: 1e999999999 would have a billion. */
    private static void requirePrice(BigDecimal price) {
        if (price.signum() < 0) {
            throw new IllegalArgumentException("a price must not be negative");
        }
        if ((long) price.precision() - price.scale() > WHOLE_DIGITS || price.scale() > DECIMALS) {
            throw new IllegalArgumentException(
                    "a price has at most " + WHOLE_DIGITS + " digits before the point and " + DECIMALS + " behind it");
        }
    }
}
