package dev.assay.simulator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelReaderTest {

    private final ModelReader reader = new ModelReader();

    @Test
    void every_field_of_a_model_is_read() {
        // Given
        String yaml = """
                models:
                  mine:
                    abilities: {default: 0.5, reading: 0.75}
                    forms: {typos: -0.2, gender: 0.1}
                    latency: {distribution: uniform, minMs: 10, maxMs: 20}
                    tokensPerSecond: 100
                    tokensPerChunk: 3
                    stamps: true
                    answerTokens: 40
                    contextTokens: 8192
                    style: formatted
                    limits: {requestsPerMinute: 60, tokensPerMinute: 1000, concurrent: 4, windowSeconds: 1.5, headers: false}
                    errors: [{kind: status, status: 503, rate: 0.25, firstAttempts: 2, retryAfterSeconds: 3}, {kind: hang}]
                    prices: {input: "2.50", output: 10}
                """;
        // When
        List<ModelSpec> models = reader.readFile(yaml);
        // Then
        assertThat(models)
                .containsExactly(new ModelSpec(
                        "mine",
                        new Abilities(0.5, Map.of("reading", 0.75), Map.of("typos", -0.2, "gender", 0.1)),
                        new Pace(new Latency.Uniform(10, 20), 100, 3, true),
                        40,
                        8192,
                        AnswerStyle.FORMATTED,
                        new Limits(60, 1000, 4, Duration.ofMillis(1500), false),
                        List.of(
                                new ErrorRule(ErrorKind.STATUS, 0.25, 2, 503, 0, 1, 3),
                                ErrorRule.always(ErrorKind.HANG)),
                        new Prices(new BigDecimal("2.50"), BigDecimal.TEN)));
    }

    @Test
    void an_empty_model_has_no_latency_no_limits_and_no_errors() {
        // When
        ModelSpec model = reader.read("plain", Map.of());
        // Then
        assertThat(model)
                .isEqualTo(new ModelSpec(
                        "plain",
                        Abilities.everywhere(0.5),
                        new Pace(Latency.none(), 0, 4, false),
                        32,
                        0,
                        AnswerStyle.PLAIN,
                        Limits.NONE,
                        List.of(),
                        Prices.FREE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            models: {a: {abilities: {default: 1.5}}}                          | models.a.abilities: ability 'default' must be from 0 to 1, but is 1.5
            models: {a: {abilities: {reading: high}}}                         | models.a.abilities.reading: must be a number
            models: {a: {latncy: {}}}                                         | models.a.latncy: is not a field here
            models: {a: {latency: {distribution: gamma}}}                     | models.a.latency.distribution: must be fixed, uniform or lognormal
            models: {a: {latency: {distribution: lognormal, medianMs: 5}}}    | models.a.latency.p95Ms: is missing
            models: {a: {latency: {distribution: uniform, minMs: 5, maxMs: 1}}} | models.a.latency: maxMs must not be below minMs
            models: {a: {tokensPerChunk: 0}}                                  | models.a: tokensPerChunk must be at least 1, but is 0
            models: {a: {answerTokens: many}}                                 | models.a.answerTokens: must be a whole number
            models: {a: {style: loud}}                                        | models.a.style: must be one of terse, plain, formatted
            models: {a: {limits: {concurrent: -1}}}                           | models.a.limits: a limit must not be negative
            models: {a: {errors: {kind: hang}}}                               | models.a.errors: must be a list
            models: {a: {errors: [{kind: hang}, {kind: explode}]}}            | models.a.errors[1].kind: must be one of status, hang, cut
            models: {a: {errors: [{kind: hang, status: 500}]}}                | models.a.errors[0]: status must be from 400 to 599 with kind status
            models: {a: {errors: [{kind: status, rate: 2}]}}                  | models.a.errors[0]: rate must be from 0 to 1, but is 2.0
            models: {a: {prices: {input: "-1"}}}                              | models.a.prices: a price must not be negative
            'models: {a: {prices: {input: "1e999999999"}}}'                   | models.a.prices: a price has at most 12 digits before the point
            'models: {a: {answerTokens: !!int many}}'                         | models file: a tag such as !!int is not read here; remove it from line 1
            'models: {a: !!set b}'                                            | models file: a tag such as !!int is not read here
            models: {a: 5}                                                    | models.a: must be an object with fields
            models: {}                                                        | models: there must be at least one model
            modles: {a: {}}                                                   | models file.modles: is not a field here
            'models: {a: {}, a: {}}'                                          | found duplicate key a
            'models: ['                                                       | models file: while parsing
            """)
    void what_is_wrong_is_named_with_its_place(String yaml, String complaint) {
        assertThatThrownBy(() -> reader.readFile(yaml))
                .isInstanceOf(BadModelException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void the_built_in_models_come_back_equal_after_writing() throws IOException {
        // Given
        List<ModelSpec> models = reader.readFile(builtIn());
        // When
        List<ModelSpec> again = models.stream()
                .map(model -> reader.read(model.name(), new ModelWriter().write(model)))
                .toList();
        // Then
        assertThat(again).isEqualTo(models);
    }

    @Test
    void the_built_in_models_cover_what_the_platform_is_tried_with() throws IOException {
        // When
        List<ModelSpec> models = reader.readFile(builtIn());
        // Then
        assertThat(models)
                .extracting(ModelSpec::name)
                .contains(
                        "sim-large",
                        "sim-medium",
                        "sim-small",
                        "sim-instant",
                        "sim-flaky",
                        "sim-down",
                        "sim-unauthorized",
                        "sim-hang");
        assertThat(models).noneMatch(model -> model.prices().equals(Prices.FREE));
    }

    private static String builtIn() throws IOException {
        try (InputStream file = ModelReader.class.getResourceAsStream("/dev/assay/simulator/models.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
