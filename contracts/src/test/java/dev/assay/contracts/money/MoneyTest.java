package dev.assay.contracts.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PriceBookVersion;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @Test
    void currencies_are_never_mixed() {
        // Given
        Money dollars = Money.usd("1");
        Money euros = new Money("EUR", BigDecimal.ONE);

        // Then
        assertThatThrownBy(() -> dollars.plus(euros)).hasMessage("cannot mix USD and EUR");
        assertThatThrownBy(() -> dollars.minus(euros)).hasMessage("cannot mix USD and EUR");
        assertThatThrownBy(() -> dollars.compareTo(euros)).hasMessage("cannot mix USD and EUR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "usd", "US", "USDX", "U$D"})
    void a_currency_is_three_capitals(String code) {
        assertThatThrownBy(() -> new Money(code, BigDecimal.ONE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ModelPrice(code, BigDecimal.ONE, null, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999", "0e999999999"})
    void a_short_text_that_means_a_billion_digits_is_refused(String amount) {
        assertThatThrownBy(() -> Money.usd(amount))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an amount has at most 60 digits before and behind the point");
    }

    @Test
    void amounts_are_written_plainly() {
        assertThat(Money.usd("1E+2")).hasToString("100 USD");
        assertThat(Money.usd("1E-7")).hasToString("0.0000001 USD");
        assertThat(Money.usd("12.500")).hasToString("12.5 USD");
        assertThat(Money.usd("-0.00")).hasToString("0 USD");
    }

    @Test
    void a_call_is_priced_without_rounding() {
        // Given
        ModelPrice price =
                new ModelPrice("USD", new BigDecimal("0.15"), new BigDecimal("0.075"), new BigDecimal("0.60"));

        // When
        Money cost = price.of(new Usage(1_001, 500, 333, 100, false));

        // Then
        assertThat(cost).isEqualTo(Money.usd("0.00031245"));
    }

    @Test
    void negative_prices_and_tokens_are_refused() {
        assertThatThrownBy(() -> ModelPrice.usd("-0.1", "1")).hasMessage("prices are not negative");
        assertThatThrownBy(() -> ModelPrice.usd("0.1", "-1")).hasMessage("prices are not negative");
        assertThatThrownBy(() -> Usage.of(-1, 0)).hasMessage("token counts are not negative");
        assertThatThrownBy(() -> new Usage(1, 2, 0, 0, false)).hasMessageContaining("2 of 1");
        assertThatThrownBy(() -> new Usage(0, 0, 1, 2, false)).hasMessageContaining("2 of 1");
    }

    @Test
    void equal_prices_are_equal_records() {
        assertThat(ModelPrice.usd("2.50", "10")).isEqualTo(ModelPrice.usd("2.5", "10.00"));
    }

    @Test
    void a_model_that_is_not_in_the_book_has_no_price() {
        // Given
        ModelId free = new ModelId("free");
        Map<ModelId, ModelPrice> prices = new HashMap<>(Map.of(free, ModelPrice.usd("0", "0")));
        PriceBook book = new PriceBook(new PriceBookVersion("pb-1"), 1, Instant.EPOCH, "test", prices);

        // When
        prices.clear();

        // Then
        assertThat(book.price(free)).contains(ModelPrice.usd("0", "0"));
        assertThat(book.price(new ModelId("other"))).isEmpty();
    }
}
