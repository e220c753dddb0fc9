package dev.assay.scoring.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void values_are_read_with_their_fields_in_order() {
        // When
        JsonValue value = Json.read(" {\"b\": [1, -2.5e1, true, null], \"a\": \"x\\u00e9\\n\"} ");

        // Then
        assertThat(value).isInstanceOfSatisfying(JsonValue.Fields.class, fields -> {
            assertThat(fields.byName().keySet()).containsExactly("b", "a");
            assertThat(fields.byName())
                    .containsEntry("a", new JsonValue.Text("xé\n"))
                    .containsEntry(
                            "b",
                            new JsonValue.Elements(List.of(
                                    new JsonValue.Number(1),
                                    new JsonValue.Number(-25),
                                    new JsonValue.Flag(true),
                                    new JsonValue.Nothing())));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "-Infinity",
                "Infinity",
                "7",
                "\"\"",
                "null",
                "{}",
                "[]",
                "[[]]",
                "-0",
                "0.0",
                "1E9",
                "\"\\ud800\"",
                "{\"a\":1,\"a\":2}"
            })
    void what_python_takes_for_json_is_json(String text) {
        // When
        JsonValue value = Json.read(text);

        // Then
        assertThat(value).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "{a:1}",
                "'x'",
                "01",
                "+1",
                ".5",
                "1.",
                "1e",
                "-",
                "-NaN",
                "nul",
                "\"\t\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"open",
                "1 2",
                "\uFEFF1",
                "{\"a\" 1}",
                "[1 2]",
                "undefined",
                "True"
            })
    void what_python_refuses_is_refused(String text) {
        // When
        var refused = assertThatThrownBy(() -> Json.read(text));

        // Then
        refused.isInstanceOf(JsonException.class).hasMessageContaining("at character");
    }

    @Test
    void very_long_numbers_and_deep_nesting_are_refused() {
        // When
        var refused = assertThatThrownBy(() -> Json.read("1".repeat(4_301)));

        // Then
        refused.hasMessageContaining("too long");
        assertThat(Json.read("1".repeat(4_300))).isInstanceOf(JsonValue.Number.class);
        assertThatThrownBy(() -> Json.read("[".repeat(100_000))).hasMessageContaining("nested");
    }

    @Property
    void texts_that_a_library_writes_are_read_back(@ForAll String key, @ForAll String text, @ForAll int number)
            throws JsonProcessingException {
        // Given
        String written = new ObjectMapper().writeValueAsString(Map.of(key, List.of(text, number)));

        // When
        JsonValue value = Json.read(written);

        // Then
        assertThat(value)
                .isEqualTo(new JsonValue.Fields(Map.of(
                        key, new JsonValue.Elements(List.of(new JsonValue.Text(text), new JsonValue.Number(number))))));
    }
}
