package dev.assay.simulator.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.simulator.model.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ModelGateTest {

    private static final long WINDOW = 60_000_000;

    private record Call(long at, int tokens) {}

    @Property(tries = 300)
    void no_window_ever_holds_more_than_the_limits(
            @ForAll @Size(max = 300) List<@IntRange(max = 3_000_000) Integer> gaps,
            @ForAll @IntRange(min = 1, max = 40) int requests,
            @ForAll @IntRange(min = 100, max = 2_000) int tokens) {
        // Given
        ModelGate gate = new ModelGate();
        Limits limits = new Limits(requests, tokens, 0, Duration.ofMinutes(1), true);
        List<Call> admitted = new ArrayList<>();
        long now = 0;
        // When
        for (int gap : gaps) {
            now += gap;
            int used = 1 + gap % 90;
            if (gate.admit(limits, used, now) instanceof Verdict.Admitted) {
                admitted.add(new Call(now, used));
            }
        }
        // Then
        for (Call last : admitted) {
            List<Call> window = admitted.stream()
                    .filter(call -> call.at > last.at - WINDOW && call.at <= last.at)
                    .toList();
            assertThat(window).hasSizeLessThanOrEqualTo(requests);
            assertThat(window.stream().mapToInt(Call::tokens).sum()).isLessThanOrEqualTo(tokens);
        }
    }

    @Property(tries = 300)
    void whoever_waits_as_long_as_told_is_admitted_and_not_a_microsecond_earlier(
            @ForAll @Size(min = 1, max = 200) List<@IntRange(max = 3_000_000) Integer> gaps,
            @ForAll @IntRange(min = 1, max = 20) int requests) {
        // Given
        Limits limits = new Limits(requests, 600, 0, Duration.ofMinutes(1), true);
        ModelGate gate = new ModelGate();
        ModelGate early = new ModelGate();
        long now = 0;
        Verdict.Refused refused = null;
        for (int gap : gaps) {
            now += gap;
            early.admit(limits, 50, now);
            if (gate.admit(limits, 50, now) instanceof Verdict.Refused first) {
                refused = first;
                break;
            }
        }
        if (refused == null) {
            return;
        }
        // When
        Verdict tooEarly = early.admit(limits, 50, now + refused.retryAfterMicros() - 1);
        Verdict inTime = gate.admit(limits, 50, now + refused.retryAfterMicros());
        // Then
        assertThat(tooEarly).isInstanceOf(Verdict.Refused.class);
        assertThat(inTime).isInstanceOf(Verdict.Admitted.class);
    }

    @Test
    void the_state_tells_what_is_left_and_when_all_is_back() {
        // Given
        Limits limits = new Limits(3, 100, 0, Duration.ofMinutes(1), true);
        ModelGate gate = new ModelGate();
        gate.admit(limits, 30, 0);
        // When
        Verdict verdict = gate.admit(limits, 20, 10_000_000);
        // Then
        assertThat(verdict).isEqualTo(new Verdict.Admitted(Optional.of(new RateState(3, 1, 100, 50, WINDOW))));
    }

    @Test
    void a_limit_that_is_halved_meets_the_window_as_it_is() {
        // Given
        ModelGate gate = new ModelGate();
        Limits before = new Limits(4, 0, 0, Duration.ofMinutes(1), true);
        Limits after = new Limits(2, 0, 0, Duration.ofMinutes(1), true);
        for (int second = 0; second < 3; second++) {
            gate.admit(before, 1, second * 1_000_000L);
        }
        // When
        Verdict verdict = gate.admit(after, 1, 3_000_000);
        // Then
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        assertThat(((Verdict.Refused) verdict).what()).isEqualTo("requests");
        assertThat(((Verdict.Refused) verdict).retryAfterMicros()).isEqualTo(58_000_000);
    }

    @Test
    void calls_at_the_same_time_are_limited_until_one_ends() {
        // Given
        Limits limits = new Limits(0, 0, 2, Duration.ofMinutes(1), true);
        ModelGate gate = new ModelGate();
        gate.admit(limits, 1, 0);
        gate.admit(limits, 1, 0);
        // When
        Verdict third = gate.admit(limits, 1, 0);
        gate.ended();
        Verdict fourth = gate.admit(limits, 1, 0);
        // Then
        assertThat(third).isEqualTo(new Verdict.Refused("concurrent", 1_000_000, Optional.empty()));
        assertThat(fourth).isEqualTo(new Verdict.Admitted(Optional.empty()));
    }

    @Test
    void headers_can_be_kept_back() {
        Limits limits = new Limits(3, 100, 0, Duration.ofMinutes(1), false);
        assertThat(new ModelGate().admit(limits, 1, 0).state()).isEmpty();
    }

    @Test
    void a_permit_cannot_be_returned_twice() {
        assertThatThrownBy(() -> new ModelGate().ended()).isInstanceOf(IllegalStateException.class);
    }
}
