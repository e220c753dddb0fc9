package dev.assay.simulator.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.simulator.answer.Truth;
import org.junit.jupiter.api.Test;

class RecentCallsTest {

    private final RecentCalls recent = new RecentCalls();

    @Test
    void a_call_is_known_with_its_latest_state() {
        // Given
        recent.put(entry("a", 7), CallState.OPEN);
        // When
        recent.update(entry("a", 7), CallState.ABORTED);
        // Then
        assertThat(recent.find("a")).contains(new CallStatement("a", CallState.ABORTED, 7, Integer.MAX_VALUE));
        assertThat(recent.find("b")).isEmpty();
        assertThat(recent.forgetful()).isFalse();
    }

    @Test
    void the_last_calls_are_known_and_the_first_are_forgotten() {
        // When
        int calls = 3 * RecentCalls.GENERATION;
        for (int i = 0; i < calls; i++) {
            recent.put(entry("call-" + i, i), CallState.ANSWERED);
        }
        // Then
        for (int i = calls - RecentCalls.GENERATION; i < calls; i++) {
            assertThat(recent.find("call-" + i))
                    .contains(new CallStatement("call-" + i, CallState.ANSWERED, i, Integer.MAX_VALUE));
        }
        assertThat(recent.find("call-0")).isEmpty();
        assertThat(recent.forgetful()).isTrue();
    }

    @Test
    void a_call_of_the_older_generation_can_still_change() {
        // Given
        recent.put(entry("old", 1), CallState.OPEN);
        for (int i = 0; i < RecentCalls.GENERATION; i++) {
            recent.put(entry("call-" + i, i), CallState.ANSWERED);
        }
        // When
        recent.update(entry("old", 1), CallState.ANSWERED);
        // Then
        assertThat(recent.find("old")).map(CallStatement::state).contains(CallState.ANSWERED);
    }

    private static CallEntry entry(String call, int tokens) {
        return new CallEntry("r", "t", call, 1, "m", null, Truth.RIGHT, tokens, Integer.MAX_VALUE);
    }
}
