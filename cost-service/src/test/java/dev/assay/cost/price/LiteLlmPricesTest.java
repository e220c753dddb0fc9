package dev.assay.cost.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.money.Money;
import dev.assay.contracts.money.Usage;
import dev.assay.cost.SharedFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteLlmPricesTest {

    private static ImportedPrices read(String json) throws Exception {
        return LiteLlmPrices.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void decimals_are_taken_from_their_text() throws Exception {
        // When
        ImportedPrices prices = read("""
                {"m": {"input_cost_per_token": 3.0001999999999996e-07, "output_cost_per_token": "0.00000000000000000000001"}}
                """);
        // Then
        assertThat(prices.rates().get("m").base())
                .isEqualTo(new TokenRates(
                        new BigDecimal("0.30001999999999996"), null, new BigDecimal("0.00000000000000001"), null));
    }

    @Test
    void entries_without_a_price_are_left_out_and_counted() throws Exception {
        // When
        ImportedPrices prices = read("""
                {
                  "sample_spec": {"input_cost_per_token": 0.0, "output_cost_per_token": 0.0, "max_tokens": "text"},
                  "priced": {"input_cost_per_token": 1e-6, "output_cost_per_token": 2e-6},
                  "free": {"input_cost_per_token": 0, "output_cost_per_token": 0.0},
                  "input-only": {"input_cost_per_token": 1e-6},
                  "null-price": {"input_cost_per_token": null, "output_cost_per_token": 2e-6},
                  "no-price": {"mode": "chat", "supported_regions": ["a", {"b": [1]}]},
                  "image": {"output_cost_per_image": 0.06},
                  "rerank": {"input_cost_per_token": 0, "output_cost_per_token": 0, "input_cost_per_query": 0.002},
                  "per-request": {"input_cost_per_token": 1e-6, "output_cost_per_token": 1e-6, "input_cost_per_request": 0.005},
                  "also-images": {"input_cost_per_token": 1e-6, "output_cost_per_token": 1e-6, "input_cost_per_image": 0.001}
                }
                """);
        // Then
        assertThat(prices.rates()).containsOnlyKeys("also-images", "free", "priced");
        assertThat(prices.withoutPrice()).isEqualTo(3);
        assertThat(prices.byOtherUnits()).isEqualTo(3);
    }

    @Test
    void long_prompts_have_tiers_and_what_a_tier_does_not_name_stays() throws Exception {
        // When
        ImportedPrices prices = read("""
                {
                  "m": {"litellm_provider": "gemini",
                    "input_cost_per_token": 1e-6, "cache_read_input_token_cost": 1e-7, "output_cost_per_token": 4e-6,
                    "input_cost_per_token_above_200k_tokens": 2e-6, "output_cost_per_token_above_512k_tokens": 8e-6,
                    "input_cost_per_token_above_200k_tokens_priority": 9e-6},
                  "x": {"litellm_provider": "xai",
                    "input_cost_per_token": 1e-6, "output_cost_per_token": 4e-6,
                    "input_cost_per_token_above_128k_tokens": 2e-6, "output_cost_per_token_above_128k_tokens": 8e-6}
                }
                """);
        // Then
        Rates m = prices.rates().get("m");
        assertThat(m.price(new Usage(200_000, 100_000, 0, 0, false))).isEqualTo(Money.usd("0.11"));
        assertThat(m.price(new Usage(200_001, 100_000, 1, 0, false))).isEqualTo(Money.usd("0.210006"));
        assertThat(m.price(new Usage(512_001, 0, 1, 0, false))).isEqualTo(Money.usd("1.02401"));
        assertThat(prices.rates().get("x").price(Usage.of(128_000, 0))).isEqualTo(Money.usd("0.256"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    []                                                          | a price map is a JSON object
                    ``                                                          | a price map is a JSON object
                    {}                                                          | the map has no entries
                    {"m": {"input_cost_per_token": 1e-6                         | not JSON in line 1
                    {"m": 3}                                                    | m is not an object
                    {"m": {}} x                                                 | not JSON in line 1
                    {"m": {}} {}                                                | behind the end of the map
                    {"m": {}, "m": {}}                                          | Duplicate field 'm'
                    {"m": {"input_cost_per_token": -1e-6}}                      | m: input_cost_per_token is negative: -1e-6
                    {"m": {"input_cost_per_token": "cheap"}}                    | m: input_cost_per_token is not a decimal: cheap
                    {"m": {"input_cost_per_token": true}}                       | m: input_cost_per_token is not a decimal: true
                    {"m": {"output_cost_per_token": NaN}}                       | not JSON in line 1
                    {"m": {"output_cost_per_token": 1e999999999}}               | m: output_cost_per_token has more than 60 digits
                    {"m": {"output_cost_per_token": 1e-99}}                     | m: output_cost_per_token has more than 60 digits
                    {"m": {"output_cost_per_token_above_1k_tokens": "x"}}       | m: output_cost_per_token_above_1k_tokens is not a decimal
                    """)
    void bad_input_is_refused_with_its_place(String json, String message) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(BadPriceFile.class).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"'{\"m\":\n{\"x\":','['", "'{\"m\":{},\n\"','m'", "'{\"m\":{\n\"input_cost_per_token\":','1'"})
    void what_is_over_a_limit_is_refused_with_its_line(String begin, String repeated) {
        assertThatThrownBy(() -> read(begin + repeated.repeat(2_000)))
                .isInstanceOf(BadPriceFile.class)
                .hasMessageStartingWith("over a limit in line 2: ");
    }

    @Test
    void text_that_is_not_utf_8_is_refused() {
        // Given
        byte[] latin = "{\"caf\u00e9\": {}}".getBytes(StandardCharsets.ISO_8859_1);
        // When
        var thrown = assertThatThrownBy(() -> LiteLlmPrices.read(new ByteArrayInputStream(latin)));
        // Then
        thrown.isInstanceOf(BadPriceFile.class).hasMessageContaining("not JSON");
    }

    @Test
    void a_stream_that_breaks_is_not_a_bad_file() {
        // Given
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        // When
        var thrown = assertThatThrownBy(() -> LiteLlmPrices.read(broken));
        // Then
        thrown.isInstanceOf(IOException.class).hasMessage("gone");
    }

    @Test
    void our_own_file_prices_every_simulated_model() {
        // When
        ImportedPrices prices = PriceFiles.builtIn();
        // Then
        assertThat(prices.rates()).containsKeys("sim-large", "sim-medium", "sim-small", "sim-instant");
        assertThat(prices.withoutPrice()).isZero();
        assertThat(prices.rates().get("sim-large").price(Usage.of(1000, 100))).isEqualTo(Money.usd("0.0035"));
    }

    @Test
    void the_real_map_is_read_whole() throws Exception {
        // Given
        var file = SharedFolder.file("prices/litellm/model_prices_and_context_window.json");
        // When
        ImportedPrices prices;
        try (InputStream in = Files.newInputStream(file)) {
            prices = LiteLlmPrices.read(in);
        }
        // Then
        assertThat(prices.entries()).isEqualTo(2985);
        assertThat(prices.rates()).hasSizeGreaterThan(2400);
        assertThat(prices.rates().get("gpt-4o").base())
                .isEqualTo(new TokenRates(new BigDecimal("2.5"), new BigDecimal("1.25"), new BigDecimal("10"), null));
        assertThat(prices.rates()).doesNotContainKeys("rerank-v3.5", "sample_spec", "1024-x-1024/dall-e-2");
        assertThat(List.copyOf(prices.rates().keySet())).isSorted();
    }
}
