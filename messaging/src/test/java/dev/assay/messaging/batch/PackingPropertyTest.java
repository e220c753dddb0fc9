package dev.assay.messaging.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.id.UlidSource;
import dev.assay.contracts.topic.Topic;
import dev.assay.messaging.publish.Outgoing;
import dev.assay.messaging.publish.Packing;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class PackingPropertyTest {

    private final List<Outgoing> dead = new ArrayList<>();
    private final EventDecoder decoder =
            new EventDecoder(dead::addAll, new UlidSource(Clock.systemUTC(), new Random(1)), Clock.systemUTC());

    @Provide
    Arbitrary<List<Note>> notes() {
        Arbitrary<String> small = Arbitraries.strings().ofMaxLength(40);
        Arbitrary<String> odd = Arbitraries.strings().withChars("[]{},:\"\\ \n").ofMaxLength(40);
        Arbitrary<String> large = Arbitraries.integers().between(1_000, 40_000).map("x"::repeat);
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.integers(),
                        Arbitraries.frequencyOf(Tuple.of(6, small), Tuple.of(6, odd), Tuple.of(2, large)))
                .as(Note::new)
                .list()
                .ofMaxSize(60);
    }

    /** No record is larger than the limit but one of a single event, and none could have taken the next one's first. */
    @Property(tries = 300)
    void records_hold_all_events_in_order_and_as_many_as_the_limit_allows(@ForAll("notes") List<Note> notes) {
        // When
        List<List<byte[]>> packed =
                Packing.records(notes.stream().map(Note::json).toList(), json -> json.length);

        // Then
        List<byte[]> values = packed.stream().map(Packing::value).toList();
        List<Note> read = decoder.decode(Note.records(Topic.OUTCOMES, values), Note.class, "test").stream()
                .map(Received::event)
                .toList();
        assertThat(read).isEqualTo(notes);
        assertThat(dead).isEmpty();
        for (int i = 0; i < packed.size(); i++) {
            assertThat(packed.get(i).size() == 1 || values.get(i).length <= Packing.MAX_BYTES)
                    .isTrue();
            if (i > 0) {
                List<byte[]> more = new ArrayList<>(packed.get(i - 1));
                more.add(packed.get(i).getFirst());
                assertThat(Packing.value(more)).hasSizeGreaterThan(Packing.MAX_BYTES);
            }
        }
    }

    @Property(tries = 300)
    void poison_among_events_costs_itself_only(
            @ForAll("notes") List<Note> notes, @ForAll("poisons") List<String> poisons, @ForAll Random random) {
        // Given
        List<byte[]> elements = new ArrayList<>(notes.stream().map(Note::json).toList());
        for (String poison : poisons) {
            elements.add(random.nextInt(elements.size() + 1), poison.getBytes(StandardCharsets.UTF_8));
        }
        if (elements.size() < 2) {
            return;
        }

        // When
        List<Received<Note>> read =
                decoder.decode(Note.records(Topic.OUTCOMES, List.of(Packing.value(elements))), Note.class, "test");

        // Then
        assertThat(read.stream().map(Received::event).toList()).isEqualTo(notes);
        assertThat(dead).hasSize(poisons.size());
        dead.clear();
    }

    @Provide
    Arbitrary<List<String>> poisons() {
        return Arbitraries.of("x", "[[]]", "{}", "{{}}", "\"]\"", "{\"number\":\"one\"}", "{\"a\" 1}", "null")
                .list()
                .ofMaxSize(3);
    }
}
