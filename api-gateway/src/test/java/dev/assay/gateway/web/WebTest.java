package dev.assay.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.run.RunState;
import dev.assay.gateway.problem.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebTest {

    record Thing(@Nullable String name, @Nullable Integer size) {}

    @Test
    void a_cursor_comes_back_as_it_went_out() {
        // Given
        Cursor cursor = Cursor.after(3, 17, "a.b-c");

        // When
        Optional<Cursor> read = Cursor.parse(cursor.text(), 3);

        // Then
        assertThat(read).contains(new Cursor(List.of("3", "17", "a.b-c")));
        assertThat(read.get().number(1)).isEqualTo(17);
        assertThat(Cursor.parse(null, 3)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "aGVsbG8", "Mwo0", "....", "MwoKCgo"})
    void a_cursor_of_another_list_is_refused_by_name(String text) {
        // When / Then
        assertThatThrownBy(() -> Cursor.parse(text, 3)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem().status()).isEqualTo(400);
            assertThat(refusal.problem().detail()).startsWith("cursor: ");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "x", "1.5", ""})
    void a_limit_outside_of_its_range_is_refused_by_name(String text) {
        // When / Then
        assertThatThrownBy(() -> QueryParameter.limit(text, 50, 200))
                .isInstanceOf(Refusal.class)
                .hasMessage("limit: must be a whole number from 1 to 200");
    }

    @Test
    void parameters_that_are_right_are_read() {
        // When / Then
        assertThat(QueryParameter.limit(null, 50, 200)).isEqualTo(50);
        assertThat(QueryParameter.limit("200", 50, 200)).isEqualTo(200);
        assertThat(QueryParameter.number("minScore", "0.5")).contains(0.5);
        assertThat(QueryParameter.choice("state", "running", RunState.class)).contains(RunState.RUNNING);
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "one"})
    void what_is_no_number_is_refused_by_name(String text) {
        // When / Then
        assertThatThrownBy(() -> QueryParameter.number("minScore", text)).hasMessage("minScore: must be a number");
    }

    @Test
    void a_wrong_choice_is_answered_with_what_there_is() {
        // When / Then
        assertThatThrownBy(() -> QueryParameter.choice("state", "done", RunState.class))
                .hasMessageStartingWith("state: must be one of PLANNING, RUNNING");
    }

    @Test
    void a_json_body_becomes_a_record() {
        // When
        Thing thing = Body.json(stream("{\"name\": \"a\", \"size\": 2}"), Thing.class);

        // Then
        assertThat(thing).isEqualTo(new Thing("a", 2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                       | body: it is empty, but has to be a JSON object
                    null                     | body: it has to be a JSON object, not null
                    {"name": "a",            | body: this is not valid JSON at line 1, column 14
                    {"name": "a", "sise": 2} | body: there is no field 'sise'; there are name, size
                    {"size": {}}             | body: 'size' is missing or has the wrong type
                    {"name": "a"} {}         | body: it is missing or has the wrong type
                    """)
    void a_wrong_body_is_refused_with_the_reason(String text, String reason) {
        // When / Then
        assertThatThrownBy(() -> Body.json(stream(text), Thing.class))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(400))
                .hasMessage(reason);
    }

    @Test
    void a_body_above_its_limit_is_refused() {
        // When / Then
        assertThat(Body.bytes(stream("12345"), 5)).hasSize(5);
        assertThatThrownBy(() -> Body.bytes(stream("123456"), 5))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(413));
    }

    @Test
    void a_limited_stream_ends_with_the_byte_that_is_too_many() throws IOException {
        // Given
        LimitedStream stream = new LimitedStream(stream("123456"), 5);
        byte[] read = stream.readNBytes(5);

        // When / Then
        assertThat(read).hasSize(5);
        assertThat(stream.isExhausted()).isFalse();
        assertThatThrownBy(stream::read).isInstanceOf(IOException.class);
        assertThat(stream.isExhausted()).isTrue();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
