package dev.assay.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.id.RunId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DispenserTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final PoolId POOL = new PoolId("pool");
    private static final RunId RUN = new RunId("01jd3x5m8q2v7c9e4k6n0p1r2s");
    private static final RunId OTHER_RUN = new RunId("01jd3x5m8q2v7c9e4k6n0p1r2t");

    @Test
    void groups_share_equally_however_much_each_has_waiting() {
        // Given
        Demand flood = demand("flood", RUN, 0, 100_000);
        Demand trickle = demand("trickle", OTHER_RUN, 0, 40);

        // When
        List<Allotment> allotments =
                new Dispenser().tick(NOW, 100, List.of(load(0, null, null)), List.of(flood, trickle));

        // Then
        assertThat(counts(allotments)).isEqualTo(Map.of(flood, 60, trickle, 40));
    }

    @Test
    void models_of_one_group_take_turns() {
        // Given
        Demand first = demand("lab", RUN, 0, 50);
        Demand second = demand("lab", RUN, 1, 50);

        // When
        List<Allotment> allotments =
                new Dispenser().tick(NOW, 10, List.of(load(0, null, null)), List.of(first, second));

        // Then
        assertThat(counts(allotments)).isEqualTo(Map.of(first, 5, second, 5));
    }

    @Test
    void the_group_that_got_the_last_slot_waits_for_its_turn() {
        // Given
        Dispenser dispenser = new Dispenser();
        Demand a = demand("a", RUN, 0, 50);
        Demand b = demand("b", OTHER_RUN, 0, 50);
        dispenser.tick(NOW, 1, List.of(load(0, null, null)), List.of(a, b));

        // When
        List<Allotment> second = dispenser.tick(NOW, 1, List.of(load(0, null, null)), List.of(a, b));

        // Then
        assertThat(counts(second)).isEqualTo(Map.of(b, 1));
    }

    @Test
    void runs_of_a_group_take_turns_though_only_one_task_may_go_at_a_time() {
        // Given: the older run has two lanes, the one that is behind named first
        Dispenser dispenser = new Dispenser();
        Demand behind = demand("lab", RUN, 1, 50);
        Demand ahead = demand("lab", RUN, 0, 50);
        Demand other = demand("lab", OTHER_RUN, 0, 50);

        // When
        List<Demand> served = new ArrayList<>();
        for (int tick = 0; tick < 4; tick++) {
            dispenser
                    .tick(NOW, 1, List.of(load(0, null, null)), List.of(behind, ahead, other))
                    .forEach(allotment -> served.add(allotment.demand()));
        }

        // Then
        assertThat(served).containsExactly(behind, other, behind, other);
    }

    @Test
    void a_run_that_has_ended_costs_nobody_a_turn() {
        // Given
        Dispenser dispenser = new Dispenser();
        Demand ended = demand("lab", RUN, 0, 1);
        Demand other = demand("lab", OTHER_RUN, 0, 50);
        dispenser.tick(NOW, 1, List.of(load(0, null, null)), List.of(ended, other));

        // When
        List<Allotment> next = dispenser.tick(NOW, 1, List.of(load(0, null, null)), List.of(other));

        // Then
        assertThat(counts(next)).isEqualTo(Map.of(other, 1));
    }

    @Test
    void without_workers_nothing_goes() {
        List<Allotment> allotments =
                new Dispenser().tick(NOW, 0, List.of(load(0, null, null)), List.of(demand("lab", RUN, 0, 50)));

        assertThat(allotments).isEmpty();
    }

    @Property(tries = 200)
    void a_pool_never_has_more_in_flight_than_it_allows(
            @ForAll @IntRange(min = 0, max = 50) int inFlight,
            @ForAll @IntRange(min = 1, max = 50) int concurrent,
            @ForAll @IntRange(min = 0, max = 80) int window,
            @ForAll @IntRange(min = 1, max = 1_000) int ready) {
        List<Allotment> allotments = new Dispenser()
                .tick(NOW, window, List.of(load(inFlight, concurrent, null)), List.of(demand("lab", RUN, 0, ready)));

        int given = allotments.stream().mapToInt(Allotment::count).sum();
        int room = Math.max(0, Math.min(Math.min(concurrent, window) - inFlight, ready));
        assertThat(given).isEqualTo(room);
    }

    @Property(tries = 60)
    void no_sliding_minute_sees_more_requests_than_the_limit(
            @ForAll @LongRange(min = 1, max = 600) long perMinute,
            @ForAll @IntRange(min = 7, max = 900) int stepMillis) {
        Dispenser dispenser = new Dispenser();
        List<Instant> begun = new ArrayList<>();

        for (Instant now = NOW; now.isBefore(NOW.plusSeconds(150)); now = now.plusMillis(stepMillis)) {
            Instant at = now;
            dispenser
                    .tick(now, 10_000, List.of(load(0, null, perMinute)), List.of(demand("lab", RUN, 0, 10_000)))
                    .forEach(allotment -> begun.addAll(java.util.Collections.nCopies(allotment.count(), at)));
        }

        for (int i = (int) perMinute; i < begun.size(); i++) {
            assertThat(begun.get(i))
                    .isAfterOrEqualTo(begun.get(i - (int) perMinute).plusSeconds(60));
        }
        assertThat((double) begun.size()).isGreaterThanOrEqualTo(2.0 * perMinute);
    }

    @Test
    void a_limit_is_spread_over_the_minute_instead_of_spent_at_once() {
        // Given
        Dispenser dispenser = new Dispenser();

        // When
        List<Allotment> atOnce =
                dispenser.tick(NOW, 10_000, List.of(load(0, null, 600L)), List.of(demand("lab", RUN, 0, 10_000)));

        // Then: one second's worth
        assertThat(atOnce.stream().mapToInt(Allotment::count).sum()).isBetween(10, 11);
    }

    private static Map<Demand, Integer> counts(List<Allotment> allotments) {
        return allotments.stream().collect(Collectors.toMap(Allotment::demand, Allotment::count));
    }

    private static Demand demand(String group, RunId run, int model, int ready) {
        return new Demand(new GroupId(group), run, model, POOL, ready);
    }

    private static PoolLoad load(int inFlight, Integer concurrent, Long perMinute) {
        return new PoolLoad(POOL, inFlight, concurrent, perMinute);
    }
}
