package dev.assay.contracts.money;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a model's tokens cost, per million. Trailing zeros are dropped, so that equal prices are equal records.
 *
 * @param currency ISO 4217 code
 * @param inputPerMillion uncached prompt tokens
 * @param cachedInputPerMillion cached prompt tokens; null: the same as uncached
 * @param outputPerMillion generated tokens, reasoning included
 */
public record ModelPrice(
        String currency,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal inputPerMillion,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal cachedInputPerMillion,

        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal outputPerMillion) {

    private static final int MILLION_DIGITS = 6;

    public ModelPrice {
        if (inputPerMillion.signum() < 0
                || outputPerMillion.signum() < 0
                || (cachedInputPerMillion != null && cachedInputPerMillion.signum() < 0)) {
            throw new IllegalArgumentException("prices are not negative");
        }
        Money.requireCode(currency);
        inputPerMillion = Money.normal(inputPerMillion);
        cachedInputPerMillion = cachedInputPerMillion == null ? null : Money.normal(cachedInputPerMillion);
        outputPerMillion = Money.normal(outputPerMillion);
    }

    public static ModelPrice usd(String inputPerMillion, String outputPerMillion) {
        return new ModelPrice("USD", new BigDecimal(inputPerMillion), null, new BigDecimal(outputPerMillion));
    }

    /** The exact price of a call: no rounding. */
    public Money of(Usage usage) {
        BigDecimal cachedRate = cachedInputPerMillion == null ? inputPerMillion : cachedInputPerMillion;
        BigDecimal perMillion = inputPerMillion
                .multiply(BigDecimal.valueOf(usage.inputTokens() - usage.cachedInputTokens()))
                .add(cachedRate.multiply(BigDecimal.valueOf(usage.cachedInputTokens())))
                .add(outputPerMillion.multiply(BigDecimal.valueOf(usage.outputTokens())));
        return new Money(currency, perMillion.movePointLeft(MILLION_DIGITS));
    }
}
