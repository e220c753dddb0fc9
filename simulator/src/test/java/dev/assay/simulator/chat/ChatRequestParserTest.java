package dev.assay.simulator.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import dev.assay.simulator.answer.Question;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatRequestParserTest {

    private final JsonFactory json = new JsonFactory();

    @Test
    void everything_that_matters_is_read_and_the_rest_skipped() throws BadRequestException {
        // Given
        String body = """
                {"temperature": 0.7, "model": "m", "tools": [{"type": "function", "function": {"name": "x"}}],
                 "messages": [{"role": "system", "content": "Be brief."},
                              {"role": "user", "name": "ann", "content": [
                                  {"type": "text", "text": "Why "},
                                  {"type": "image_url", "image_url": {"url": "data:x", "text": "no"}},
                                  {"type": "text", "text": "so?"}]},
                              {"role": "assistant", "content": null}],
                 "stream": true, "stream_options": {"include_usage": true, "other": [1]},
                 "seed": -5, "max_tokens": 300, "max_completion_tokens": 200, "stop": ["a", "b"], "n": 1,
                 "assay": {"run": "r", "task": "r.0.1.2", "call": "c", "attempt": 3, "item": "i", "repeat": 2,
                           "category": "reading", "reference": "42", "form": "typos"}}
                """;
        // When
        ChatRequest request = parse(body);
        // Then
        assertThat(request)
                .isEqualTo(new ChatRequest(
                        "m",
                        new Question(
                                List.of("Be brief.", "Why so?", ""),
                                -5,
                                2,
                                "reading",
                                "42",
                                200,
                                List.of("a", "b"),
                                "typos"),
                        true,
                        true,
                        new Caller("r", "r.0.1.2", "c", 3, 2, "reading", "42", "typos")));
    }

    @Test
    void fields_that_are_null_count_as_absent() throws BadRequestException {
        // Given
        String body =
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"stream\":null,\"seed\":null,"
                        + "\"max_tokens\":null,\"stop\":null,\"n\":null,\"stream_options\":null,"
                        + "\"assay\":{\"run\":\"r\",\"category\":null,\"reference\":null}}";
        // When
        ChatRequest request = parse(body);
        // Then
        assertThat(request.question())
                .isEqualTo(new Question(List.of("x"), 0, 0, null, null, Integer.MAX_VALUE, List.of()));
        assertThat(request.caller()).isEqualTo(new Caller("r", "", "", 0, 0, null, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                                                                        |
            {"model":"m","messages":[{"role":"user","content":"x"}]} 5                |
            {"model":"m","messages":[{"role":"user"                                   |
            {"messages":[{"role":"user","content":"x"}]}                              | model
            {"model":5,"messages":[{"role":"user","content":"x"}]}                    | model
            {"model":"m"}                                                             | messages
            {"model":"m","messages":[]}                                               | messages
            {"model":"m","messages":"hello"}                                          | messages
            {"model":"m","messages":["hello"]}                                        | messages[0]
            {"model":"m","messages":[{"role":"user","content":"x"},{"content":"y"}]}  | messages[1].role
            {"model":"m","messages":[{"role":"user","content":5}]}                    | messages[0].content
            {"model":"m","messages":[{"role":"user","content":"x"}],"max_tokens":0}   | max_tokens
            {"model":"m","messages":[{"role":"user","content":"x"}],"max_tokens":"9"} | max_tokens
            {"model":"m","messages":[{"role":"user","content":"x"}],"n":2}            | n
            {"model":"m","messages":[{"role":"user","content":"x"}],"seed":1.5}       | seed
            {"model":"m","messages":[{"role":"user","content":"x"}],"stream":"yes"}   | stream
            {"model":"m","messages":[{"role":"user","content":"x"}],"stop":5}         | stop
            {"model":"m","messages":[{"role":"user","content":"x"}],"assay":"r"}      | assay
            {"model":"m","messages":[{"role":"user","content":"x"}],"assay":{"attempt":-1}} | assay.attempt
            {"model":"m","messages":[{"role":"user","content":"x"}],"assay":{"call":"a b"}} | assay.call
            """)
    void what_is_wrong_is_named(String body, String parameter) {
        assertThatThrownBy(() -> parse(body))
                .isInstanceOfSatisfying(
                        BadRequestException.class,
                        bad -> assertThat(bad.parameter()).isEqualTo(parameter));
    }

    @Test
    void a_name_that_is_too_long_is_refused() {
        // Given
        String body = "{\"model\":\"" + "m".repeat(257) + "\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}";
        // When and then
        assertThatThrownBy(() -> parse(body)).hasMessageContaining("at most 256 characters");
    }

    @Test
    void bytes_that_look_like_an_encoding_and_are_none_are_refused() {
        // Given
        byte[] brokenUtf32 = {0, 0, 0, '{', -1, -1, -1, -1};
        // When and then
        assertThatThrownBy(() -> ChatRequestParser.parse(json, brokenUtf32)).isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() -> CompletionRequestParser.parse(json, brokenUtf32))
                .isInstanceOf(BadRequestException.class);
    }

    private ChatRequest parse(String body) throws BadRequestException {
        return ChatRequestParser.parse(json, body.getBytes(UTF_8));
    }
}
