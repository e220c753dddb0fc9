package dev.assay.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How many tasks are on their way beyond the workers' slots. */
class ReserveTest {

    @Test
    void isHalfTheSlotsAtFirst() {
        Scenario scenario = new Scenario().submit(1, 1_000).workers(8);

        assertThat(scenario.advance()).hasSize(8 + 4);
    }

    @Test
    void isWhatEndsInHalfASecondWhereCallsAreFast() {
        // Given a hundred calls a second
        Scenario scenario = new Scenario().submit(1, 1_000).workers(8);
        List<TaskRow> sent = scenario.advance();
        for (int i = 0; i < 20; i++) {
            scenario.later(Duration.ofMillis(80));
            scenario.answerAll(sent.subList(0, 8));
            List<TaskRow> stillOut = sent.subList(8, sent.size());
            List<TaskRow> next = scenario.advance();
            sent = Stream.concat(stillOut.stream(), next.stream()).toList();
        }

        // Then three times the slots, which fewer than fifty are
        assertThat(sent).hasSize(8 + 24);
    }

    @Test
    void isHalfTheSlotsWhereSlowCallsEndTogether() {
        Scenario scenario = new Scenario().submit(1, 1_000).workers(8);
        List<TaskRow> sent = scenario.advance();
        scenario.later(Duration.ofSeconds(20));

        scenario.answerAll(sent.subList(0, 8));

        assertThat(scenario.advance()).as("those that ended, again").hasSize(8);
    }
}
