package dev.assay.simulator.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import org.junit.jupiter.api.Test;

class CompletionRequestParserTest {

    private final JsonFactory json = new JsonFactory();

    @Test
    void as_many_tokens_as_fit_into_memory_may_be_asked_for() throws BadRequestException {
        // When
        CompletionRequest request = parse("{\"model\":\"m\",\"prompt\":[\"a\",\"b\"],\"max_tokens\":524288}");

        // Then
        assertThat(request.maxTokens()).isEqualTo(524_288);
        assertThatThrownBy(() -> parse("{\"model\":\"m\",\"prompt\":[\"a\",\"b\"],\"max_tokens\":524289}"))
                .isInstanceOfSatisfying(
                        BadRequestException.class,
                        bad -> assertThat(bad.parameter()).isEqualTo("max_tokens"));
    }

    private CompletionRequest parse(String body) throws BadRequestException {
        return CompletionRequestParser.parse(json, body.getBytes(UTF_8));
    }
}
