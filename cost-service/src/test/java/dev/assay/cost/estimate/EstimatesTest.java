package dev.assay.cost.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.money.ModelPrice;
import dev.assay.contracts.money.Money;
import dev.assay.cost.CostConfig;
import dev.assay.cost.CostDatabase;
import dev.assay.cost.Settings;
import dev.assay.cost.price.PricedBook;
import dev.assay.cost.price.Rates;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class EstimatesTest {

    private static final ModelId MODEL = new ModelId("sim-large");
    private static final PricedBook BOOK = new PricedBook(
            new PriceBookVersion("pb-1"),
            1,
            "USD",
            Instant.EPOCH,
            "test",
            Map.of(MODEL, Rates.flat(ModelPrice.usd("1", "10"))));

    private final DataSource database = CostDatabase.empty();
    private final CostConfig config = Settings.defaults();
    private final Estimates estimates = new Estimates(
            new PastCalls(database, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), config), new Tokenizers(), config);

    private static EstimateRequest request(String benchmark, String prompt, Integer maxTokens) {
        return new EstimateRequest(
                List.of(new EstimateRequest.ModelQuestion(MODEL, "sim-large", maxTokens)),
                benchmark,
                List.of(prompt),
                1000,
                null);
    }

    private void pastRun(String run, String benchmark, long served, long input, long output, long squared)
            throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into run (run_id, group_id, benchmark, price_book, currency, definition, planned_at)"
                            + " values ('" + run + "', 'g', '" + benchmark + "', 'pb-1', 'USD', '{}', now())");
            statement.execute("insert into run_model_total values ('" + run + "', 'sim-large', 'g', 'USD', " + served
                    + ", 0, 0, 0, " + served + ", " + input + ", 0, " + output + ", 0, " + squared + ", 1)");
        }
    }

    @Test
    void at_first_rules_of_thumb_hold() throws Exception {
        // When
        Estimate estimate = estimates.estimate(request("sums", "x".repeat(400), 64), BOOK);
        // Then
        assertThat(estimate.expected()).isEqualTo(Money.usd("0.42"));
        assertThat(estimate.low()).isEqualTo(Money.usd("0.08"));
        assertThat(estimate.high()).isEqualTo(Money.usd("0.77"));
        assertThat(estimate.basis())
                .isEqualTo("input: 4 characters per token; output: no past calls: 32 of at most 64 tokens per answer");
    }

    @Test
    void past_runs_of_model_and_benchmark_calibrate_the_next() throws Exception {
        // Given
        Estimate unused = estimates.estimate(request("sums", "x".repeat(500), 64), BOOK);
        pastRun("r1", "sums", 10, 1000, 200, 4000);
        pastRun("r2", "sums", 30, 3000, 600, 12000);
        // When
        Estimate estimate = estimates.estimate(request("sums", "x".repeat(1000), 64), BOOK);
        // Then
        assertThat(estimate.inputTokens()).isEqualTo(200_000);
        assertThat(estimate.outputTokens()).isEqualTo(20_000);
        assertThat(estimate.basis())
                .isEqualTo("input: 5.00 characters per token in 40 past calls; output: mean answer of 40 past calls"
                        + " on this benchmark");
    }

    @Test
    void another_benchmark_of_the_model_tells_its_characters_per_token_only() throws Exception {
        // Given
        Estimate unused = estimates.estimate(request("sums", "x".repeat(500), 64), BOOK);
        pastRun("r1", "sums", 10, 1000, 200, 4000);
        // When
        Estimate estimate = estimates.estimate(request("facts", "x".repeat(1000), 64), BOOK);
        // Then
        assertThat(estimate.inputTokens()).isEqualTo(200_000);
        assertThat(estimate.outputTokens()).isEqualTo(32_000);
    }

    @Test
    void without_a_price_book_every_model_is_unpriced() throws Exception {
        // When
        Estimate estimate = estimates.estimate(request("sums", "x", 64), null);
        // Then
        assertThat(estimate.unpriced()).containsExactly(MODEL);
        assertThat(estimate.priceBook()).isNull();
    }

    @Test
    void a_request_that_makes_no_sense_is_refused_with_the_field() {
        assertThatThrownBy(() -> new EstimateRequest(List.of(), "b", List.of("p"), 1, null))
                .hasMessage("models: give 1 to 200");
        List<EstimateRequest.ModelQuestion> many =
                Collections.nCopies(201, new EstimateRequest.ModelQuestion(MODEL, "m", null));
        assertThatThrownBy(() -> new EstimateRequest(many, "b", List.of("p"), 1, null))
                .hasMessage("models: give 1 to 200");
        assertThat(new EstimateRequest(many.subList(0, 200), "b", List.of("p"), 1, null).models())
                .hasSize(200);
        assertThatThrownBy(() -> request("b", "p", 0)).hasMessage("models[].maxTokens is at least 1");
    }
}
