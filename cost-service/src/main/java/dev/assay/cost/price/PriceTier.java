package dev.assay.cost.price;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A tier of a price point, as it is stored. */
@Embeddable
class PriceTier {

    @Column(nullable = false)
    private long threshold;

    @Column(nullable = false)
    private boolean inclusive;

    @Column(name = "input_per_million", nullable = false)
    private BigDecimal input;

    @Column(name = "cached_input_per_million")
    private @Nullable BigDecimal cachedInput;

    @Column(name = "output_per_million", nullable = false)
    private BigDecimal output;

    @Column(name = "reasoning_per_million")
    private @Nullable BigDecimal reasoning;

    @SuppressWarnings("NullAway.Init")
    PriceTier() {
        // Hibernate fills the fields.
    }

    PriceTier(Rates.Tier tier) {
        this.threshold = tier.threshold();
        this.inclusive = tier.inclusive();
        this.input = tier.rates().input();
        this.cachedInput = tier.rates().cachedInput();
        this.output = tier.rates().output();
        this.reasoning = tier.rates().reasoning();
    }

    Rates.Tier tier() {
        return new Rates.Tier(threshold, inclusive, new TokenRates(input, cachedInput, output, reasoning));
    }
}
