package dev.assay.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FailureKindTest {

    @Test
    void every_kind_has_one_answer_to_again() {
        // When
        String answers = Arrays.stream(FailureKind.values())
                .map(kind -> kind + " " + kind.again())
                .collect(Collectors.joining("\n"));

        // Then
        assertThat(answers).isEqualTo("""
                RATE_LIMITED LATER
                OVERLOADED LATER
                PROVIDER_ERROR LATER
                CONNECT LATER
                TIMEOUT_FIRST_TOKEN LATER
                TIMEOUT_IDLE LATER
                DEADLINE LATER
                CUT_STREAM LATER
                MALFORMED LATER
                AUTH STOP_RUN
                UNSUITABLE STOP_RUN
                NOT_FOUND NEVER
                BAD_REQUEST NEVER
                CONTEXT_TOO_LONG NEVER
                CONTENT_BLOCKED NEVER
                TOO_LARGE NEVER
                BUDGET NEVER
                CANCELLED NEVER
                BROKEN NEVER
                UNKNOWN NEVER""");
    }

    @Test
    void only_what_may_succeed_later_is_tried_again() {
        assertThat(FailureKind.values())
                .allSatisfy(kind -> assertThat(kind.mayTryAgain()).isEqualTo(kind.again() == FailureKind.Again.LATER));
    }
}
