package dev.assay.workers.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.money.Usage;
import dev.assay.contracts.registry.Pool;
import dev.assay.workers.Samples;
import dev.assay.workers.Settings;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuardsTest {

    private static final ConnectionId SIM = new ConnectionId("sim");
    private static final Outcome ANSWER = new Outcome.Answered("8", "stop", Usage.NONE);

    private final AtomicLong nanos = new AtomicLong();
    private final InstantSource instants = () -> Instant.EPOCH.plusNanos(nanos.get());
    private final Clock clock = new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return instants.instant();
        }
    };
    private final Guards guards = new Guards(
            Settings.with(Map.of("workers.breaker.window", "10", "workers.breaker.probes", "3")), clock, nanos::get);

    private static Optional<Pool> pool(@Nullable Long requestsPerMinute, @Nullable Integer concurrent) {
        return Optional.of(new Pool(Samples.POOL, List.of(SIM), requestsPerMinute, null, concurrent));
    }

    private void pass(long millis) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private void end(Verdict verdict, Outcome outcome) {
        ((Verdict.Go) verdict).permit().ended(outcome);
    }

    private static Outcome failure(FailureKind kind) {
        return new Outcome.Failed(kind, "x", null, null);
    }

    @Test
    void a_pool_without_limits_lets_everything_through() {
        assertThat(IntStream.range(0, 10_000).mapToObj(i -> guards.tryBegin(pool(null, null), SIM)))
                .allMatch(Verdict.Go.class::isInstance);
        assertThat(guards.tryBegin(Optional.empty(), SIM)).isInstanceOf(Verdict.Go.class);
    }

    @Test
    void the_rate_holds_in_every_cycle_of_100_ms() {
        for (int cycle = 0; cycle < 50; cycle++) {
            long begun = IntStream.range(0, 30)
                    .mapToObj(i -> guards.tryBegin(pool(6_000L, null), SIM))
                    .filter(Verdict.Go.class::isInstance)
                    .count();
            assertThat(begun).as("cycle %d", cycle).isEqualTo(10);
            pass(100);
        }
    }

    @Test
    void a_held_call_is_told_when_to_come_back() {
        // Given
        guards.tryBegin(pool(60L, null), SIM);

        // When
        Verdict second = guards.tryBegin(pool(60L, null), SIM);

        // Then
        assertThat(second).isEqualTo(new Verdict.Hold("rate", 1000));
    }

    @Test
    void a_rate_is_kept_exactly_whatever_its_number() {
        for (long perMinute : new long[] {1, 7, 59, 60, 599, 601, 1_000, 12_345, 1_000_000}) {
            GuardRate rate = GuardRate.perMinute(perMinute);
            double held = rate.calls() * 60e9 / rate.cycle().toNanos();
            assertThat(held).as("%d per minute", perMinute).isBetween(perMinute * 0.999999, perMinute * 1.0001);
        }
    }

    @Test
    void calls_at_once_are_counted_until_they_end() {
        // Given
        Verdict first = guards.tryBegin(pool(null, 2), SIM);
        guards.tryBegin(pool(null, 2), SIM);
        Verdict third = guards.tryBegin(pool(null, 2), SIM);

        // When
        end(first, ANSWER);

        // Then
        assertThat(third).isEqualTo(new Verdict.Hold("bulkhead", 100));
        assertThat(guards.tryBegin(pool(null, 2), SIM)).isInstanceOf(Verdict.Go.class);
    }

    @Test
    void a_pool_that_is_registered_anew_is_guarded_as_it_is_now() {
        // Given
        guards.tryBegin(pool(1L, null), SIM);

        // When / Then
        assertThat(guards.tryBegin(pool(1L, null), SIM)).isInstanceOf(Verdict.Hold.class);
        assertThat(guards.tryBegin(pool(600L, null), SIM)).isInstanceOf(Verdict.Go.class);
    }

    @Test
    void the_breaker_opens_when_the_provider_is_down_and_lets_some_try_later() {
        // Given
        for (int i = 0; i < 10; i++) {
            end(guards.tryBegin(Optional.empty(), SIM), failure(FailureKind.OVERLOADED));
        }

        // When
        Verdict whileOpen = guards.tryBegin(Optional.empty(), SIM);
        pass(1001);
        List<Verdict> later = IntStream.range(0, 5)
                .mapToObj(i -> guards.tryBegin(Optional.empty(), SIM))
                .toList();

        // Then
        assertThat(whileOpen).isEqualTo(new Verdict.Hold("breaker", 1000));
        assertThat(later).filteredOn(Verdict.Go.class::isInstance).hasSize(3);
    }

    @Test
    void the_breaker_closes_when_those_that_try_succeed() {
        // Given
        for (int i = 0; i < 10; i++) {
            end(guards.tryBegin(Optional.empty(), SIM), failure(FailureKind.CONNECT));
        }
        pass(1001);

        // When
        for (int i = 0; i < 3; i++) {
            end(guards.tryBegin(Optional.empty(), SIM), ANSWER);
        }

        // Then
        assertThat(IntStream.range(0, 50).mapToObj(i -> guards.tryBegin(Optional.empty(), SIM)))
                .allMatch(Verdict.Go.class::isInstance);
    }

    @Test
    void a_full_quota_and_slow_answers_do_not_open_the_breaker() {
        // When
        for (FailureKind kind : List.of(FailureKind.RATE_LIMITED, FailureKind.DEADLINE, FailureKind.AUTH)) {
            for (int i = 0; i < 30; i++) {
                end(guards.tryBegin(Optional.empty(), SIM), failure(kind));
            }
        }

        // Then
        assertThat(guards.tryBegin(Optional.empty(), SIM)).isInstanceOf(Verdict.Go.class);
    }
}
