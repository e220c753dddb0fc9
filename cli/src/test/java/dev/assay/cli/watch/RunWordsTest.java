package dev.assay.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunWordsTest {

    @ParameterizedTest
    @CsvSource({"0.815, 81.5 %", "1, 100.0 %", "20.9834, 20.98", "1531240.9, 1531000"})
    void a_value_above_one_is_not_told_as_a_share(String value, String told) throws JsonProcessingException {
        // Given
        String run = """
                {"state": "RUNNING", "samples": 4, "progress": {"answered": 2},
                 "perModel": [{"model": "sim-large", "value": %s}],
                 "cost": {"spend": {"currency": "USD", "amount": "0"}}}
                """.formatted(value);

        // When
        String line = RunWords.line(new ObjectMapper().readTree(run), Duration.ofSeconds(3));

        // Then
        assertThat(line).isEqualTo("RUNNING 2/4 (50 %) · sim-large " + told + " · $0 · 3 s");
    }

    @Test
    void a_run_that_waits_for_its_provider_says_until_when_and_why() throws JsonProcessingException {
        // Given
        String run = """
                {"state": "RUNNING", "samples": 4, "progress": {"answered": 2},
                 "waits": [{"model": "sim-large", "until": "2026-01-01T14:05:30.25Z", "failure": "RATE_LIMITED"},
                           {"model": "sim-small", "until": "2026-01-01T15:00:00Z"}],
                 "cost": {"spend": {"currency": "USD", "amount": "0"}}}
                """;

        // When
        String line = RunWords.line(new ObjectMapper().readTree(run), Duration.ofSeconds(3));

        // Then
        assertThat(line)
                .isEqualTo("RUNNING 2/4 (50 %)"
                        + " · sim-large: the provider asked to wait until 14:05:30 UTC (rate limited)"
                        + " · sim-small: the provider asked to wait until 15:00:00 UTC · $0 · 3 s");
    }
}
