package dev.assay.workers.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.FailureKind;
import dev.assay.workers.provider.CallLimits.Stage;
import dev.assay.workers.provider.CallLimits.Standing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallLimitsTest {

    private static final CallLimits LIMITS = new CallLimits(1000, 300, 100);

    @ParameterizedTest
    @CsvSource({
        "CONNECTION, 999, ",
        "CONNECTION, 1000, DEADLINE",
        "FIRST_TOKEN, 349, ",
        "FIRST_TOKEN, 350, TIMEOUT_FIRST_TOKEN",
        "FIRST_TOKEN, 1000, DEADLINE",
        "WHOLE_ANSWER, 999, ",
        "WHOLE_ANSWER, 1000, DEADLINE",
        "NEXT_BYTE, 499, ",
        "NEXT_BYTE, 500, TIMEOUT_IDLE",
        "NEXT_BYTE, 1001, DEADLINE"
    })
    void a_call_that_began_at_0_was_sent_at_50_and_got_a_byte_at_400(Stage stage, long now, FailureKind expected) {
        assertThat(LIMITS.exceeded(new Standing(stage, 0, 50, 400), now)).isEqualTo(expected);
    }
}
