package dev.assay.cost.estimate;

import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.money.Usage;
import dev.assay.cost.price.Rates;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one model will cost.
 *
 * @param expected null, as are low and high, if it has no price
 * @param basis what the figures rest on, for people
 */
public record ModelEstimate(
        ModelId model,
        @Nullable Money expected,
        @Nullable Money low,
        @Nullable Money high,
        long inputTokens,
        long outputTokens,
        String basis) {

    /**
     * Prices expected tokens; long prompts are priced by the tier of the mean prompt.
     *
     * @param rates null: no price
     */
    static ModelEstimate of(
            ModelId model, Expectation.Tokens input, Expectation.Tokens output, long calls, @Nullable Rates rates) {
        Range in = input.range();
        Range out = output.range();
        return new ModelEstimate(
                model,
                rates == null ? null : price(rates, in.expected(), out.expected(), calls),
                rates == null ? null : price(rates, in.low(), out.low(), calls),
                rates == null ? null : price(rates, in.high(), out.high(), calls),
                in.expected(),
                out.expected(),
                "input: " + input.basis() + "; output: " + output.basis());
    }

    private static Money price(Rates rates, long input, long output, long calls) {
        BigDecimal amount = rates.ratesFor(input / calls).amount(Usage.of(input, output));
        return new Money(rates.currency(), amount);
    }
}
