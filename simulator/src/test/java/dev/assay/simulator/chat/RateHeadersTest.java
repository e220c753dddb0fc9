package dev.assay.simulator.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.simulator.limit.RateState;
import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateHeadersTest {

    @Test
    void only_what_is_limited_is_told() {
        // Given
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        // When
        RateHeaders.write(new RateState(60, 12, 0, 0, 1_500_000), headers);
        // Then
        assertThat(headers.names())
                .containsExactlyInAnyOrder(
                        "x-ratelimit-limit-requests", "x-ratelimit-remaining-requests", "x-ratelimit-reset-requests");
        assertThat(headers.get("x-ratelimit-remaining-requests")).isEqualTo("12");
        assertThat(headers.get("x-ratelimit-reset-requests")).isEqualTo("1.500s");
    }

    @Test
    void the_time_to_wait_is_rounded_up() {
        // Given
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        // When
        RateHeaders.writeRetryAfter(1_000_001, headers);
        // Then
        assertThat(headers.get("retry-after")).isEqualTo("2");
        assertThat(headers.get("retry-after-ms")).isEqualTo("1001");
    }

    @ParameterizedTest
    @CsvSource({"0,0ms", "1,1ms", "120000,120ms", "1000000,1s", "59999001,1m0s", "90250000,1m30.250s", "360000000,6m0s"
    })
    void times_are_written_as_providers_do(long micros, String text) {
        assertThat(RateHeaders.duration(micros)).isEqualTo(text);
    }
}
