package dev.assay.workers.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.TaskEvent;
import dev.assay.workers.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartDecisionTest {

    @ParameterizedTest
    @CsvSource({
        "false, true, true, 1, ",
        "false, true, true, 0, ",
        "false, true, true, -1, EXPIRED",
        "false, true, false, 1, EXPIRED",
        "false, false, true, 1, STOPPED",
        "true, true, true, 1, DRAINED",
        "true, false, false, -1, DRAINED"
    })
    void leaving_stopping_and_expiry_are_obstacles(
            boolean leaving, boolean mayCall, boolean announced, long secondsLeft, TaskEvent.Reason expected) {
        StartDecision decision = new StartDecision(leaving, mayCall, announced, Samples.NOW.plusSeconds(secondsLeft));

        assertThat(decision.obstacle(Samples.NOW)).isEqualTo(expected);
    }
}
