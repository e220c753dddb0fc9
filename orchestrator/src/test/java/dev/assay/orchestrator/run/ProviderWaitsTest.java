package dev.assay.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.ProviderWait;
import dev.assay.contracts.event.RunEvent;
import dev.assay.contracts.id.ModelId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProviderWaitsTest {

    private static final ModelId LARGE = new ModelId("sim-large");
    private static final Duration HOUR = Duration.ofHours(1);

    private final Scenario scenario = new Scenario();

    private List<List<ProviderWait>> told() {
        return scenario.all(RunEvent.Waiting.class).stream()
                .map(RunEvent.Waiting::waits)
                .toList();
    }

    private List<TaskRow> twoCallsAreUnderWay() {
        return scenario.submit(3, 2).workers(8).advance();
    }

    @Test
    void a_model_whose_calls_all_wait_is_told_once_with_the_first_time_and_the_cause() {
        // Given
        List<TaskRow> sent = twoCallsAreUnderWay();
        Instant inAnHour = scenario.now().plus(HOUR);

        // When
        scenario.later(sent.get(0), FailureKind.RATE_LIMITED, HOUR.plusMinutes(1));
        scenario.advance();
        List<List<ProviderWait>> whileOneIsUnderWay = told();
        scenario.later(sent.get(1), FailureKind.RATE_LIMITED, HOUR);
        scenario.advance();
        scenario.later(HOUR.minusSeconds(5));
        scenario.advance();

        // Then
        assertThat(whileOneIsUnderWay).isEmpty();
        assertThat(told()).containsExactly(List.of(new ProviderWait(LARGE, inAnHour, FailureKind.RATE_LIMITED)));
    }

    @Test
    void a_wait_that_is_over_by_its_time_needs_no_word_and_the_next_one_is_told_again() {
        // Given
        List<TaskRow> sent = twoCallsAreUnderWay();
        sent.forEach(row -> scenario.later(row, FailureKind.OVERLOADED, HOUR));
        scenario.advance();

        // When
        scenario.later(HOUR);
        List<TaskRow> again = scenario.advance();
        int toldBefore = told().size();
        again.forEach(row -> scenario.later(row, FailureKind.RATE_LIMITED, HOUR));
        scenario.advance();

        // Then
        assertThat(toldBefore).isEqualTo(1);
        assertThat(told())
                .hasSize(2)
                .last()
                .isEqualTo(List.of(new ProviderWait(LARGE, scenario.now().plus(HOUR), FailureKind.RATE_LIMITED)));
    }

    @Test
    void a_wait_that_ends_before_its_time_is_taken_back() {
        // Given
        List<TaskRow> sent = twoCallsAreUnderWay();
        sent.forEach(row -> scenario.later(row, FailureKind.RATE_LIMITED, HOUR));
        scenario.advance();

        // When
        scenario.pause();
        scenario.advance();
        scenario.resume();
        scenario.advance();
        scenario.cancel("enough");
        scenario.advance();

        // Then
        ProviderWait wait = new ProviderWait(LARGE, scenario.now().plus(HOUR), FailureKind.RATE_LIMITED);
        assertThat(told()).containsExactly(List.of(wait), List.of(), List.of(wait), List.of());
    }

    @Test
    void pauses_as_short_as_our_own_are_not_told() {
        // Given
        List<TaskRow> sent = twoCallsAreUnderWay();

        // When
        sent.forEach(row -> scenario.later(row, FailureKind.RATE_LIMITED, Duration.ofSeconds(30)));
        scenario.advance();

        // Then
        assertThat(told()).isEmpty();
    }

    @Test
    void after_a_restart_it_is_told_again_without_the_cause() {
        // Given
        List<TaskRow> sent = twoCallsAreUnderWay();
        sent.forEach(row -> scenario.later(row, FailureKind.RATE_LIMITED, HOUR));
        scenario.advance();

        // When
        scenario.restart();
        scenario.advance();

        // Then
        assertThat(told())
                .hasSize(2)
                .last()
                .isEqualTo(List.of(new ProviderWait(LARGE, scenario.now().plus(HOUR), null)));
    }
}
