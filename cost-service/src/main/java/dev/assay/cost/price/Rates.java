package dev.assay.cost.price;

import dev.assay.contracts.money.ModelPrice;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.money.Usage;
import java.util.Comparator;
import java.util.List;

/**
 * What a model's tokens cost, long prompts included.
 *
 * @param currency ISO 4217 code
 * @param base below every threshold
 * @param tiers by rising threshold; the highest one that a prompt reaches holds for all tokens of the call, output
 *     included, and cached tokens count for reaching it
 */
public record Rates(String currency, TokenRates base, List<Tier> tiers) {

    /**
     * Prices of calls with long prompts.
     *
     * @param threshold prompt tokens, at least 1
     * @param inclusive whether a prompt of exactly that many tokens belongs to the tier; for most providers it does not
     */
    public record Tier(long threshold, boolean inclusive, TokenRates rates) {

        public Tier {
            if (threshold < 1) {
                throw new IllegalArgumentException("a threshold is at least 1 token, but is " + threshold);
            }
        }

        boolean holdsFor(long inputTokens) {
            return inclusive ? inputTokens >= threshold : inputTokens > threshold;
        }
    }

    public Rates {
        tiers = tiers.stream().sorted(Comparator.comparingLong(Tier::threshold)).toList();
    }

    /** The same price for prompts of any length. */
    public static Rates flat(ModelPrice price) {
        return new Rates(
                price.currency(),
                new TokenRates(price.inputPerMillion(), price.cachedInputPerMillion(), price.outputPerMillion(), null),
                List.of());
    }

    /** The exact price of one call: no rounding. */
    public Money price(Usage usage) {
        return new Money(currency, ratesFor(usage.inputTokens()).amount(usage));
    }

    /** The prices that hold for a prompt of so many tokens. */
    public TokenRates ratesFor(long inputTokens) {
        TokenRates rates = base;
        for (Tier tier : tiers) {
            if (tier.holdsFor(inputTokens)) {
                rates = tier.rates();
            }
        }
        return rates;
    }

    /** The base price in the form in which other services know it. */
    public ModelPrice basePrice() {
        return new ModelPrice(currency, base.input(), base.cachedInput(), base.output());
    }
}
