package dev.assay.workers.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @ParameterizedTest
    @CsvSource({
        "2, 2000",
        "0, 0",
        "1.5, 1500",
        "0.0001, 1",
        "99999999, 86400000",
        "'Fri, 02 Jan 2026 03:04:15 GMT', 10000",
        "'Fri, 02 Jan 2026 03:04:00 GMT', 0"
    })
    void seconds_and_dates_are_understood(String header, long millis) {
        assertThat(RetryAfter.millis(Map.of("retry-after", header), NOW)).isEqualTo(millis);
    }

    @Test
    void milliseconds_are_more_exact_than_seconds() {
        assertThat(RetryAfter.millis(Map.of("retry-after", "1", "retry-after-ms", "250"), NOW))
                .isEqualTo(250L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1e9", "NaN", "1 2", "99999999999999999999"})
    void nonsense_says_nothing(String header) {
        assertThat(RetryAfter.millis(Map.of("retry-after", header), NOW)).isNull();
    }

    @Test
    void without_the_header_nothing_is_said() {
        assertThat(RetryAfter.millis(Map.of(), NOW)).isNull();
    }
}
