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

    public Prices {
        if (input.signum() < 0 || output.signum() < 0) {
            throw new IllegalArgumentException("a price must not be negative");
        }
    }
}
