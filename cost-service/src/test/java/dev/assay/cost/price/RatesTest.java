package dev.assay.cost.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.money.ModelPrice;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.money.Usage;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RatesTest {

    private static TokenRates rates(String input, String cached, String output, String reasoning) {
        return new TokenRates(decimal(input), decimal(cached), decimal(output), decimal(reasoning));
    }

    private static BigDecimal decimal(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    @Test
    void cached_and_reasoning_tokens_have_their_own_price() {
        // Given
        Rates rates = new Rates("USD", rates("2.5", "1.25", "10", "12"), List.of());
        // When
        Money price = rates.price(new Usage(2006, 1920, 300, 100, false));
        // Then
        assertThat(price).isEqualTo(Money.usd("0.005815"));
    }

    @Test
    void without_a_price_of_their_own_they_cost_what_the_others_do() {
        // Given
        Rates rates = Rates.flat(ModelPrice.usd("2.5", "10"));
        // When
        Money price = rates.price(new Usage(2006, 1920, 300, 100, false));
        // Then
        assertThat(price).isEqualTo(Money.usd("0.008015"));
    }

    @Test
    void a_tier_holds_for_all_tokens_of_a_prompt_above_its_threshold() {
        // Given
        Rates.Tier tier = new Rates.Tier(200_000, false, rates("2.5", null, "15", null));
        Rates rates = new Rates("USD", rates("1.25", null, "10", null), List.of(tier));
        // When
        List<Money> prices = List.of(
                rates.price(Usage.of(199_999, 1000)),
                rates.price(Usage.of(200_000, 1000)),
                rates.price(Usage.of(200_001, 1000)));
        // Then
        assertThat(prices).containsExactly(Money.usd("0.25999875"), Money.usd("0.26"), Money.usd("0.5150025"));
    }

    @Test
    void an_inclusive_tier_holds_from_its_threshold_on() {
        // Given
        Rates.Tier tier = new Rates.Tier(128_000, true, rates("6", null, "30", null));
        Rates rates = new Rates("USD", rates("3", null, "15", null), List.of(tier));
        // When
        Money price = rates.price(Usage.of(128_000, 0));
        // Then
        assertThat(price).isEqualTo(Money.usd("0.768"));
    }

    @Test
    void prices_with_23_places_are_exact() {
        // Given
        Rates rates = Rates.flat(ModelPrice.usd("0.30001999999999996", "2.9999900000000002"));
        // When
        Money price = rates.price(Usage.of(3, 7));
        // Then
        assertThat(price.amount()).isEqualTo(new BigDecimal("0.00002189999000000000128"));
    }

    @Test
    void equal_numbers_are_equal_prices() {
        assertThat(rates("2.50", "0.0", "1E+1", null)).isEqualTo(rates("2.5", "0", "10.00", null));
    }

    @Test
    void negative_prices_are_refused() {
        assertThatThrownBy(() -> rates("1", null, "-0.1", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a price is not negative, but is -0.1");
    }

    @Property
    void the_price_of_many_calls_is_the_sum_of_their_prices(
            @ForAll @BigRange(min = "0", max = "1000") @Scale(17) BigDecimal input,
            @ForAll @BigRange(min = "0", max = "1000") @Scale(17) BigDecimal output,
            @ForAll @Size(max = 20) List<@LongRange(min = 0, max = 2_000_000) Long> tokens) {
        // Given
        Rates rates = new Rates("USD", new TokenRates(input, null, output, null), List.of());
        // When
        Money sum = tokens.stream()
                .map(count -> rates.price(Usage.of(count, count / 3)))
                .reduce(Money.zero("USD"), Money::plus);
        // Then
        Usage all = tokens.stream().map(count -> Usage.of(count, count / 3)).reduce(Usage.NONE, Usage::plus);
        assertThat(sum).isEqualTo(rates.price(all));
    }

    @Property
    void it_is_what_the_contract_says_where_there_are_no_tiers(
            @ForAll @BigRange(min = "0", max = "100") @Scale(12) BigDecimal input,
            @ForAll @BigRange(min = "0", max = "100") @Scale(12) BigDecimal cached,
            @ForAll @BigRange(min = "0", max = "100") @Scale(12) BigDecimal output,
            @ForAll @LongRange(min = 0, max = 1_000_000) long tokens) {
        // Given
        ModelPrice price = new ModelPrice("USD", input, cached, output);
        Usage usage = new Usage(tokens, tokens / 2, tokens / 3, tokens / 5, false);
        // When
        Money amount = Rates.flat(price).price(usage);
        // Then
        assertThat(amount).isEqualTo(price.of(usage));
    }
}
