package dev.assay.cost.price;

import dev.assay.contracts.money.Usage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Prices per million tokens, exact. Two are equal if they are equal as numbers.
 *
 * @param input prompt tokens that were not cached
 * @param cachedInput prompt tokens from the provider's cache; null: as {@code input}
 * @param output generated tokens
 * @param reasoning hidden reasoning, which is part of the generated tokens; null: as {@code output}
 */
public record TokenRates(
        BigDecimal input,
        @Nullable BigDecimal cachedInput,
        BigDecimal output,
        @Nullable BigDecimal reasoning) {

    private static final int MILLION_DIGITS = 6;

    public TokenRates {
        input = checked(input);
        cachedInput = cachedInput == null ? null : checked(cachedInput);
        output = checked(output);
        reasoning = reasoning == null ? null : checked(reasoning);
    }

    private static BigDecimal checked(BigDecimal rate) {
        if (rate.signum() < 0) {
            throw new IllegalArgumentException("a price is not negative, but is " + rate.toPlainString());
        }
        BigDecimal stripped = rate.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** What the tokens cost, unrounded. */
    public BigDecimal amount(Usage usage) {
        BigDecimal cachedRate = cachedInput == null ? input : cachedInput;
        BigDecimal reasoningRate = reasoning == null ? output : reasoning;
        return times(input, usage.inputTokens() - usage.cachedInputTokens())
                .add(times(cachedRate, usage.cachedInputTokens()))
                .add(times(output, usage.outputTokens() - usage.reasoningTokens()))
                .add(times(reasoningRate, usage.reasoningTokens()))
                .movePointLeft(MILLION_DIGITS);
    }

    private static BigDecimal times(BigDecimal rate, long tokens) {
        return tokens == 0 ? BigDecimal.ZERO : rate.multiply(BigDecimal.valueOf(tokens));
    }
}
