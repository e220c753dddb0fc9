package dev.assay.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.assay.contracts.event.CallTimings;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.event.RunCommand;
import dev.assay.contracts.event.WorkerHeartbeat;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.run.GenerationParameters;
import dev.assay.contracts.run.SampleContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventJsonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\": \"submit\"}",
                "{\"type\": \"pause\", \"eventId\": \"01jd3x5m8q2v7c9e4k6n0p1r2s\"}",
                "{\"type\": \"pause\", \"eventId\": null}"
            })
    void an_event_that_lacks_what_it_promises_is_not_read(String json) {
        assertThatThrownBy(() -> EventJson.mapper().readValue(json, RunCommand.class))
                .isInstanceOf(JsonMappingException.class);
    }

    @Test
    void a_number_that_is_missing_or_null_is_not_taken_for_zero() {
        // Given
        String json = "{\"eventId\": \"01jd3x5m8q2v7c9e4k6n0p1r2s\", \"occurredAt\": \"2026-01-01T00:00:00Z\","
                + " \"workerId\": \"w\", \"slots\": 1, \"draining\": false";

        // Then
        assertThatThrownBy(() -> EventJson.mapper().readValue(json + "}", WorkerHeartbeat.class))
                .hasMessageContaining("busy");
        assertThatThrownBy(() -> EventJson.mapper().readValue(json + ", \"busy\": null}", WorkerHeartbeat.class))
                .hasMessageContaining("busy");
    }

    @Test
    void what_may_be_null_may_be_absent() throws JsonProcessingException {
        // When
        CallTimings timings = EventJson.mapper()
                .readValue(
                        "{\"startedAt\": \"2026-01-01T00:00:00Z\", \"totalMicros\": 5, \"queuedMicros\": 1}",
                        CallTimings.class);

        // Then
        assertThat(timings).isEqualTo(new CallTimings(Instant.parse("2026-01-01T00:00:00Z"), null, 5, 1));
    }

    @Test
    void an_absent_list_or_map_is_empty() throws JsonProcessingException {
        // When
        GenerationParameters parameters =
                EventJson.mapper().readValue("{\"stream\": false, \"extra\": null}", GenerationParameters.class);

        // Then
        assertThat(parameters).isEqualTo(GenerationParameters.DEFAULT);
    }

    @Test
    void empty_text_is_written_and_read() throws JsonProcessingException {
        // Given
        SampleContext sample = new SampleContext("a", "", List.of(""), List.of());
        Outcome outcome = new Outcome.Cancelled("");

        // When
        String sampleJson = EventJson.mapper().writeValueAsString(sample);
        String outcomeJson = EventJson.mapper().writeValueAsString(outcome);

        // Then
        assertThat(EventJson.mapper().readValue(sampleJson, SampleContext.class))
                .isEqualTo(sample);
        assertThat(EventJson.mapper().readValue(outcomeJson, Outcome.class)).isEqualTo(outcome);
    }

    @Test
    void instants_keep_their_microseconds_and_money_is_text() throws JsonProcessingException {
        // Given
        Instant instant = Instant.parse("2026-01-01T00:00:00.123456Z");

        // Then
        assertThat(EventJson.mapper().writeValueAsString(instant)).isEqualTo("\"2026-01-01T00:00:00.123456Z\"");
        assertThat(EventJson.mapper().writeValueAsString(Money.usd("0.10")))
                .isEqualTo("{\"currency\":\"USD\",\"amount\":\"0.1\"}");
    }

    @Test
    void parameters_keep_their_decimals() throws JsonProcessingException {
        // Given
        GenerationParameters parameters = new GenerationParameters(
                new BigDecimal("0.10"),
                null,
                null,
                List.of(),
                null,
                false,
                Map.of("x", new BigDecimal("1.10"), "y", 3));

        // When
        String json = EventJson.mapper().writeValueAsString(parameters);

        // Then
        assertThat(json).isEqualTo("{\"temperature\":0.1,\"stream\":false,\"extra\":{\"x\":1.10,\"y\":3}}");
        assertThat(EventJson.mapper().readValue(json, GenerationParameters.class))
                .isEqualTo(parameters);
    }
}
