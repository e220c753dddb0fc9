package dev.assay.workers.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectReader;
import dev.assay.contracts.json.EventJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Completions are read as the data binding reads them, whatever stands in them. */
class CompletionReaderPropertyTest {

    private static final ObjectReader BINDING = EventJson.mapper().readerFor(ChatCompletion.class);
    private static final String USUAL = """
            {"id":"c-1","object":"chat.completion","created":1750000000,"system_fingerprint":null,"choices":[{"index":0,
             "message":{"role":"assistant","content":"Eight \\u00e9.","refusal":null,"annotations":[{"a":1}]},
             "logprobs":null,"finish_reason":"stop"}],
             "usage":{"prompt_tokens":20,"completion_tokens":6,"total_tokens":26,
                      "prompt_tokens_details":{"cached_tokens":16,"audio_tokens":0},
                      "completion_tokens_details":{"reasoning_tokens":2,"audio_tokens":0}},"unknown":[1,{}]}""";
    private static final String CHUNK = """
            {"id":"c-1","choices":[{"index":0,"delta":{"content":" a","reasoning_content":null},"finish_reason":null}]}""";
    private static final List<String> FIELDS = List.of(
            "choices",
            "usage",
            "error",
            "message",
            "delta",
            "finish_reason",
            "content",
            "refusal",
            "reasoning_content",
            "reasoning",
            "prompt_tokens",
            "completion_tokens",
            "total_tokens",
            "prompt_tokens_details",
            "completion_tokens_details",
            "prompt_cache_hit_tokens",
            "cached_tokens",
            "reasoning_tokens",
            "text",
            "unknown");
    private static final List<String> SCALARS = List.of(
            "null",
            "true",
            "0",
            "7",
            "-1",
            "2147483648",
            "9223372036854775808",
            "1.5",
            "1e3",
            "\"\"",
            "\"12\"",
            "\"a \\\"b\\\" \\ud83d\\ude00\"",
            "\"\\ud83d\"",
            "01",
            "nul",
            "NaN",
            "{}",
            "[]");

    private static @Nullable Object read(byte[] json, boolean bound) {
        try {
            return Objects.requireNonNullElse(bound ? BINDING.readValue(json) : CompletionReader.read(json), "null");
        } catch (IOException refused) {
            return refused.getClass();
        }
    }

    private static void assertReadAsBound(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        assertThat(read(bytes, false)).isEqualTo(read(bytes, true));
    }

    @Example
    void what_is_usual_needs_no_data_binding() {
        for (String json : List.of(USUAL, CHUNK, "{\"choices\":[],\"usage\":null,\"error\":null}", "{}")) {
            // When
            ChatCompletion read =
                    UsualCompletion.read(EventJson.mapper().getFactory(), json.getBytes(StandardCharsets.UTF_8));

            // Then
            assertThat(read).isNotNull();
            assertReadAsBound(json);
        }
    }

    @Example
    void a_completion_that_breaks_off_anywhere_is_read_as_bound() {
        for (int length = 0; length <= USUAL.length(); length++) {
            assertReadAsBound(USUAL.substring(0, length));
        }
    }

    /** A piece of a usual completion is replaced, doubled or lost. */
    @Property(tries = 3000)
    void a_bent_completion_is_read_as_bound(
            @ForAll("places") int from, @ForAll("places") int to, @ForAll("pieces") String piece) {
        int end = Math.min(USUAL.length(), Math.max(from, to));
        assertReadAsBound(USUAL.substring(0, Math.min(from, end)) + piece + USUAL.substring(end));
    }

    @Property(tries = 3000)
    void any_object_is_read_as_bound(@ForAll("objects") String json) {
        assertReadAsBound(json);
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().between(0, USUAL.length());
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                "",
                "}",
                "]",
                ",",
                "null",
                "1",
                "\"",
                "{",
                "[",
                "\"usage\":null,",
                "\"error\":null,",
                "\"choices\":[],");
    }

    @Provide
    Arbitrary<String> objects() {
        return object(4);
    }

    private static Arbitrary<String> object(int depth) {
        Arbitrary<String> field = Combinators.combine(Arbitraries.of(FIELDS), value(depth))
                .as((name, value) -> "\"" + name + "\":" + value);
        return field.list().ofMaxSize(4).map(fields -> "{" + String.join(",", fields) + "}");
    }

    private static Arbitrary<String> value(int depth) {
        Arbitrary<String> scalar = Arbitraries.of(SCALARS);
        if (depth == 0) {
            return scalar;
        }
        Arbitrary<String> inner = Arbitraries.lazy(() -> object(depth - 1));
        return Arbitraries.frequencyOf(
                Tuple.of(3, scalar),
                Tuple.of(3, inner),
                Tuple.of(2, inner.list().ofMaxSize(2).map(all -> "[" + String.join(",", all) + "]")));
    }
}
