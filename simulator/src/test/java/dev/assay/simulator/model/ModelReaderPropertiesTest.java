package dev.assay.simulator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ModelReaderPropertiesTest {

    private static final String FILE = """
            models:
              mine:
                abilities: {default: 0.5, reading: 0.75}
                forms: {typos: -0.2}
                latency: {distribution: uniform, minMs: 10, maxMs: 20}
                tokensPerSecond: 100
                stamps: true
                style: formatted
                limits: {requestsPerMinute: 60, concurrent: 4, windowSeconds: 1.5, headers: false}
                errors: [{kind: status, status: 503, rate: 0.25, firstAttempts: 2, retryAfterSeconds: 3}, {kind: hang}]
                prices: {input: "2.50", output: 10}
                judge: {quality: 3, position: 0.5, noise: 1}
                completions: {behaviour: no-lists, temperature: 2}
            """;
    private static final Pattern WORD = Pattern.compile("[\\w.-]++");

    private final ModelReader reader = new ModelReader();

    @Property(tries = 2_000)
    void whatever_stands_in_a_file_it_is_read_or_refused_with_its_place(
            @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 600) Integer> places, @ForAll("values") String value) {
        // Given
        StringBuilder damaged = new StringBuilder(FILE);
        for (int place : places) {
            Matcher word = WORD.matcher(damaged);
            if (word.find(Math.min(place, damaged.length()))) {
                damaged.replace(word.start(), word.end(), value);
            }
        }

        // When
        String outcome = outcome(damaged.toString());

        // Then
        assertThat(outcome).matches("read|models.*");
    }

    private String outcome(String file) {
        try {
            reader.readFile(file).forEach(new ModelWriter()::write);
            return "read";
        } catch (BadModelException refused) {
            return String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
        }
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "",
                        "~",
                        "[]",
                        "{}",
                        "[1]",
                        "{a: b}",
                        "true",
                        "-1",
                        "0",
                        "1e999",
                        "1e999999999",
                        "'1e999999999'",
                        ".inf",
                        ".nan",
                        "0x",
                        "1:99",
                        "2001-99-99",
                        "2147483648",
                        "9".repeat(60),
                        "!!set x",
                        "!!int x",
                        "!!float x",
                        "!!binary '%'",
                        "!x y",
                        "&a [*a]",
                        "*a",
                        "<<",
                        "\u0000"),
                Arbitraries.strings().all().ofMaxLength(6));
    }
}
