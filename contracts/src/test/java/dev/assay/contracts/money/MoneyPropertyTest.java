package dev.assay.contracts.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.assay.contracts.json.EventJson;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;

class MoneyPropertyTest {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    @Property
    void adding_and_taking_away_is_exact(@ForAll("amounts") Money a, @ForAll("amounts") Money b) {
        assertThat(a.plus(b).minus(b)).isEqualTo(a);
        assertThat(a.plus(b)).isEqualTo(b.plus(a));
    }

    @Property
    void an_amount_survives_json_as_text(@ForAll("amounts") Money money) throws JsonProcessingException {
        // When
        String json = EventJson.mapper().writeValueAsString(money);

        // Then
        assertThat(json)
                .isEqualTo(
                        "{\"currency\":\"USD\",\"amount\":\"" + money.amount().toPlainString() + "\"}");
        assertThat(EventJson.mapper().readValue(json, Money.class)).isEqualTo(money);
    }

    @Property
    void times_is_adding_so_often(@ForAll("amounts") Money money, @ForAll @IntRange(max = 40) int count) {
        // When
        Money sum = Money.zero("USD");
        for (int i = 0; i < count; i++) {
            sum = sum.plus(money);
        }

        // Then
        assertThat(money.times(count)).isEqualTo(sum);
    }

    @Property
    void trailing_zeros_make_no_difference(
            @ForAll @BigRange(min = "-1000", max = "1000") @Scale(4) BigDecimal amount,
            @ForAll @IntRange(max = 10) int zeros) {
        // Given
        Money money = new Money("USD", amount);
        Money padded = new Money("USD", amount.setScale(4 + zeros));

        // Then
        assertThat(padded).isEqualTo(money).hasSameHashCodeAs(money);
        assertThat(padded.amount().scale()).isNotNegative();
    }

    @Property
    void a_call_costs_its_tokens_times_their_prices(@ForAll("prices") ModelPrice price, @ForAll("usages") Usage usage) {
        // When
        Money cost = price.of(usage);

        // Then
        BigDecimal cachedRate =
                price.cachedInputPerMillion() == null ? price.inputPerMillion() : price.cachedInputPerMillion();
        BigDecimal expected = price.inputPerMillion()
                .multiply(BigDecimal.valueOf(usage.inputTokens() - usage.cachedInputTokens()))
                .add(cachedRate.multiply(BigDecimal.valueOf(usage.cachedInputTokens())))
                .add(price.outputPerMillion().multiply(BigDecimal.valueOf(usage.outputTokens())));
        assertThat(cost.amount().multiply(MILLION)).isEqualByComparingTo(expected);
        assertThat(cost.currency()).isEqualTo(price.currency());
    }

    @Property
    void many_calls_cost_what_their_usage_together_costs(
            @ForAll("prices") ModelPrice price, @ForAll("usages") Usage one, @ForAll("usages") Usage other) {
        assertThat(price.of(one).plus(price.of(other))).isEqualTo(price.of(one.plus(other)));
    }

    @Property
    void cached_tokens_without_a_price_of_their_own_cost_as_much_as_others(
            @ForAll @LongRange(max = 1_000_000) long input, @ForAll @IntRange(max = 100) int percent) {
        // Given
        ModelPrice price = ModelPrice.usd("0.15", "0.60");
        Usage cached = new Usage(input, input * percent / 100, 7, 0, false);

        // Then
        assertThat(price.of(cached)).isEqualTo(price.of(Usage.of(input, 7)));
    }

    @Provide
    Arbitrary<Money> amounts() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-1000000000"), new BigDecimal("1000000000"))
                .ofScale(12)
                .map(a -> new Money("USD", a));
    }

    @Provide
    Arbitrary<ModelPrice> prices() {
        Arbitrary<BigDecimal> rate = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("1000"))
                .ofScale(6);
        return Combinators.combine(Arbitraries.of(List.of("USD", "EUR")), rate, rate.injectNull(0.3), rate)
                .as(ModelPrice::new);
    }

    @Provide
    Arbitrary<Usage> usages() {
        Arbitrary<Long> tokens = Arbitraries.longs().between(0, 5_000_000);
        return Combinators.combine(tokens, tokens, tokens, tokens)
                .as((a, b, c, d) -> new Usage(Math.max(a, b), Math.min(a, b), Math.max(c, d), Math.min(c, d), false));
    }
}
