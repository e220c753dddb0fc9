package dev.assay.simulator.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.simulator.answer.Truth;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class EventCodecTest {

    @Property(tries = 300)
    void what_was_written_is_read(@ForAll("events") List<LogEvent> events) {
        // Given
        ByteBuffer file = written(events);
        // When
        List<LogEvent> read = readAll(file);
        // Then
        assertThat(read).isEqualTo(events);
        assertThat(file.hasRemaining()).isFalse();
    }

    @Property(tries = 300)
    void a_torn_end_costs_the_last_event_only(@ForAll("events") @Size(min = 1) List<LogEvent> events, @ForAll int cut) {
        // Given
        int whole = written(events.subList(0, events.size() - 1)).limit();
        ByteBuffer file = written(events);
        file.limit(whole + Math.floorMod(cut, file.limit() - whole));
        // When
        List<LogEvent> read = readAll(file);
        // Then
        assertThat(read).isEqualTo(events.subList(0, events.size() - 1));
    }

    @Property(tries = 300)
    void a_flipped_bit_is_noticed(@ForAll("events") @Size(min = 1) List<LogEvent> events, @ForAll @IntRange int at) {
        // Given
        ByteBuffer file = written(events);
        int flipped = at % file.limit();
        file.put(flipped, (byte) (file.get(flipped) ^ 0x10));
        // When
        List<LogEvent> read = readAll(file);
        // Then
        assertThat(read).isEqualTo(events.subList(0, read.size())).hasSizeLessThan(events.size());
    }

    @Provide
    Arbitrary<List<LogEvent>> events() {
        Arbitrary<String> names = Arbitraries.oneOf(
                Arbitraries.of("", "run-1", "run-2", "sim-large"),
                Arbitraries.strings()
                        .ofMaxLength(CallEntry.MAX_NAME)
                        .excludeChars('\ud800', '\udfff')
                        .ascii());
        Arbitrary<Integer> counts = Arbitraries.integers().greaterOrEqual(0);
        Arbitrary<CallEntry> entries = Combinators.combine(
                        names, names, names, counts, names, names.injectNull(0.3), Arbitraries.of(Truth.class), counts)
                .as((run, task, call, attempt, model, category, truth, tokens) ->
                        new CallEntry(run, task, call, attempt, model, category, truth, tokens, tokens / 2));
        Arbitrary<Long> numbers = Arbitraries.longs();
        Arbitrary<LogEvent> events = Arbitraries.oneOf(
                Combinators.combine(entries, numbers).as(LogEvent.Received::new),
                Combinators.combine(entries, Arbitraries.integers().between(400, 599), numbers)
                        .as(LogEvent.Refused::new),
                Combinators.combine(numbers, numbers).as(LogEvent.Answered::new),
                Combinators.combine(numbers, numbers).as(LogEvent.Aborted::new),
                Combinators.combine(numbers, entries, numbers).as(LogEvent.Undelivered::new));
        return events.list().ofMaxSize(12);
    }

    private static ByteBuffer written(List<LogEvent> events) {
        EventCodec codec = new EventCodec();
        ByteBuffer file = ByteBuffer.allocate(EventCodec.MAX_EVENT_BYTES * (events.size() + 1));
        events.forEach(event -> codec.write(event, file));
        return file.flip();
    }

    private static List<LogEvent> readAll(ByteBuffer file) {
        EventCodec codec = new EventCodec();
        List<LogEvent> read = new ArrayList<>();
        for (Optional<LogEvent> event = codec.read(file); event.isPresent(); event = codec.read(file)) {
            read.add(event.get());
        }
        return read;
    }
}
