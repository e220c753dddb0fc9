package dev.assay.contracts.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class UlidSourcePropertyTest {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final long START = 1_750_000_000_000L;

    @Property(tries = 300)
    void ids_increase_whatever_the_clock_does(
            @ForAll long seed, @ForAll @Size(min = 2, max = 60) List<@LongRange(min = -5, max = 5) Long> steps) {
        // Given
        AtomicLong millis = new AtomicLong(START);
        UlidSource source = new UlidSource(clock(millis), new SplittableRandom(seed));
        List<String> ids = new ArrayList<>();

        // When
        for (long step : steps) {
            millis.addAndGet(step);
            ids.add(source.next());
        }

        // Then
        assertThat(ids).isSorted().doesNotHaveDuplicates().allMatch(IdForm.ULID::matches);
    }

    @Property
    void an_id_tells_its_millisecond(@ForAll @LongRange(min = 0, max = (1L << 48) - 1) long at, @ForAll long seed) {
        // Given
        UlidSource source = new UlidSource(clock(new AtomicLong(at)), new SplittableRandom(seed));

        // When
        String id = source.next();

        // Then
        long decoded = id.substring(0, 10).chars().mapToLong(ALPHABET::indexOf).reduce(0, (all, c) -> all * 32 + c);
        assertThat(decoded).isEqualTo(at);
        assertThat(new CallId(id).announcedAt()).isEqualTo(Instant.ofEpochMilli(at));
    }

    @Example
    void two_sources_at_the_same_moment_give_different_ids() {
        // Given
        UlidSource one = new UlidSource(clock(new AtomicLong(START)), new SplittableRandom(1));
        UlidSource other = new UlidSource(clock(new AtomicLong(START)), new SplittableRandom(2));

        // Then
        assertThat(one.next()).isNotEqualTo(other.next());
    }

    @Example
    void threads_that_share_a_source_get_different_ids() throws InterruptedException {
        // Given
        UlidSource source = new UlidSource(clock(new AtomicLong(START)), new SplittableRandom(1));
        ConcurrentLinkedQueue<RunId> ids = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();

        // When
        for (int t = 0; t < 4; t++) {
            threads.add(Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 500; i++) {
                    ids.add(source.nextRun());
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        // Then
        Set<RunId> distinct = new HashSet<>(ids);
        assertThat(distinct).hasSize(2_000);
    }

    private static Clock clock(AtomicLong millis) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.ofEpochMilli(millis.get());
            }
        };
    }
}
