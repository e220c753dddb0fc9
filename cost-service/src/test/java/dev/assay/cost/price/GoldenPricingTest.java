package dev.assay.cost.price;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.money.Usage;
import dev.assay.cost.SharedFolder;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Real usage at real prices against exact expected totals, as far as usage records and rates go today. */
class GoldenPricingTest {

    private static final Set<String> USAGE = Set.of("input", "cache_read", "output", "reasoning");

    private static boolean isCovered(JsonNode golden) {
        Set<String> fields = new HashSet<>();
        golden.get("usage").fieldNames().forEachRemaining(fields::add);
        return USAGE.containsAll(fields) && golden.get("service_tier").asText().equals("standard");
    }

    private static Usage usage(JsonNode golden) {
        JsonNode usage = golden.get("usage");
        return new Usage(
                usage.path("input").asLong(),
                usage.path("cache_read").asLong(),
                usage.path("output").asLong(),
                usage.path("reasoning").asLong(),
                false);
    }

    @Test
    void the_golden_cases_are_met_exactly() throws Exception {
        // Given
        JsonNode cases = EventJson.mapper()
                .readTree(Files.readString(SharedFolder.file("prices/pricing-golden.json")))
                .get("cases");
        ImportedPrices prices;
        try (InputStream in =
                Files.newInputStream(SharedFolder.file("prices/litellm/model_prices_and_context_window.json"))) {
            prices = LiteLlmPrices.read(in);
        }
        // When
        List<String> met = new ArrayList<>();
        SoftAssertions softly = new SoftAssertions();
        for (JsonNode golden : cases) {
            if (isCovered(golden)) {
                Rates rates = prices.rates().get(golden.get("model").asText());
                softly.assertThat(rates.price(usage(golden)).amount())
                        .as(golden.get("id").asText())
                        .isEqualByComparingTo(
                                new BigDecimal(golden.get("expected_total_usd").asText()));
                met.add(golden.get("id").asText());
            }
        }
        // Then
        softly.assertAll();
        assertThat(met)
                .contains(
                        "openai-cached",
                        "openai-mini-large",
                        "openai-zero",
                        "openai-one-token",
                        "openai-272k-above",
                        "bedrock-cross-region",
                        "bedrock-region-key",
                        "gemini-200k-boundary",
                        "gemini-200k-above-cached");
    }
}
