package dev.assay.workers.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.FailureKind;
import dev.assay.workers.provider.FailureClassification.Phase;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureClassificationTest {

    @ParameterizedTest
    @CsvSource({
        "429, '', RATE_LIMITED",
        "429, insufficient_quota, BUDGET",
        "402, '', BUDGET",
        "503, '', OVERLOADED",
        "529, overloaded_error, OVERLOADED",
        "408, '', OVERLOADED",
        "425, '', OVERLOADED",
        "500, '', PROVIDER_ERROR",
        "502, '', PROVIDER_ERROR",
        "504, '', PROVIDER_ERROR",
        "599, '', PROVIDER_ERROR",
        "401, invalid_api_key, AUTH",
        "403, '', AUTH",
        "403, content_filter, CONTENT_BLOCKED",
        "404, model_not_found, NOT_FOUND",
        "301, '', NOT_FOUND",
        "307, '', NOT_FOUND",
        "400, context_length_exceeded, CONTEXT_TOO_LONG",
        "413, '', CONTEXT_TOO_LONG",
        "400, content_filter, CONTENT_BLOCKED",
        "400, ResponsibleAIPolicyViolation, CONTENT_BLOCKED",
        "400, '', BAD_REQUEST",
        "422, '', BAD_REQUEST",
        "418, '', BAD_REQUEST",
        "101, '', MALFORMED"
    })
    void a_status_and_the_providers_code_give_the_kind(int status, String code, FailureKind expected) {
        assertThat(FailureClassification.ofStatus(status, new ProviderError("", code, "")))
                .isEqualTo(expected);
    }

    @Test
    void a_prompt_that_is_too_long_is_known_by_the_message_of_servers_without_codes() {
        ProviderError error = new ProviderError(
                "BadRequestError",
                "400",
                "This model's maximum context length is 4096 tokens. However, you asked for 5");

        assertThat(FailureClassification.ofStatus(400, error)).isEqualTo(FailureKind.CONTEXT_TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource({
        "'', rate_limit_exceeded, RATE_LIMITED",
        "overloaded_error, '', OVERLOADED",
        "server_error, '', PROVIDER_ERROR",
        "'', 502, PROVIDER_ERROR",
        "'', 429, RATE_LIMITED",
        "'', 401, AUTH",
        "'', '', PROVIDER_ERROR",
        "invalid_request_error, '', BAD_REQUEST",
        "'', content_filter, CONTENT_BLOCKED",
        "'', context_length_exceeded, CONTEXT_TOO_LONG",
        "'', insufficient_quota, BUDGET"
    })
    void an_error_that_comes_as_an_answer_is_known_by_its_code(String type, String code, FailureKind expected) {
        assertThat(FailureClassification.ofErrorInAnswer(new ProviderError(type, code, "")))
                .isEqualTo(expected);
    }

    @Test
    void an_exception_is_judged_by_how_far_the_call_had_come() {
        assertThat(FailureClassification.ofException(new ConnectException(), Phase.CONNECTING))
                .isEqualTo(FailureKind.CONNECT);
        assertThat(FailureClassification.ofException(new DecoderException(), Phase.CONNECTING))
                .isEqualTo(FailureKind.CONNECT);
        assertThat(FailureClassification.ofException(new java.io.IOException(), Phase.WAITING))
                .isEqualTo(FailureKind.CONNECT);
        assertThat(FailureClassification.ofException(new java.io.IOException(), Phase.RECEIVING))
                .isEqualTo(FailureKind.CUT_STREAM);
        assertThat(FailureClassification.ofException(new TooLongFrameException(), Phase.WAITING))
                .isEqualTo(FailureKind.MALFORMED);
    }
}
