package dev.assay.messaging.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.DeadLetter;
import dev.assay.contracts.id.UlidSource;
import dev.assay.contracts.topic.Topic;
import dev.assay.messaging.publish.Outgoing;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventDecoderTest {

    private static final String ONE = "{\"key\":\"a\",\"number\":1,\"text\":\"] , [ \\\" }\"}";
    private static final String TWO = "{\"key\":\"a\",\"number\":2,\"text\":\"é\"}";

    private final List<Outgoing> dead = new ArrayList<>();
    private final EventDecoder decoder =
            new EventDecoder(dead::addAll, new UlidSource(Clock.systemUTC(), new Random(1)), Clock.systemUTC());

    private static ConsumerRecords<String, byte[]> records(Topic topic, String... values) {
        return Note.records(
                topic,
                Stream.of(values)
                        .map(value -> value.getBytes(StandardCharsets.UTF_8))
                        .toList());
    }

    private List<Integer> numbers(String... values) {
        return decoder.decode(records(Topic.OUTCOMES, values), Note.class, "test").stream()
                .map(received -> received.event().number())
                .toList();
    }

    private List<String> deadValues() {
        return dead.stream()
                .map(letter -> new String(((DeadLetter) letter.event()).record(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void a_record_holds_one_event_or_several() {
        // When
        List<Received<Note>> events = decoder.decode(
                records(Topic.OUTCOMES, ONE, " [ " + ONE + " ,\n" + TWO + "\t] ", TWO), Note.class, "test");

        // Then
        assertThat(events).extracting(received -> received.event().number()).containsExactly(1, 1, 2, 2);
        assertThat(events).extracting(Received::offset).containsExactly(0L, 1L, 1L, 2L);
        assertThat(events).allMatch(received -> "key".equals(received.key()));
        assertThat(events.get(1).isBeside(events.get(2))).isTrue();
        assertThat(events.get(2).isBeside(events.get(3))).isFalse();
        assertThat(dead).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "{}",
                "[]",
                "[{\"key\":\"b\",\"number\":3,\"text\":\"in an array\"}]",
                "{\"key\":\"b\",\"number\":tru,\"text\":\"\"}",
                "{\"key\":\"b\",\"number\":3,\"text\":[[\"a , ] \\\\\"]]}",
                "{no json}",
                "null",
                "12"
            })
    void one_event_that_cannot_be_read_does_not_hide_those_of_its_record(String poison) {
        // When
        List<Integer> read = numbers("[" + ONE + "," + poison + "," + TWO + "]");

        // Then
        assertThat(read).containsExactly(1, 2);
        assertThat(deadValues()).containsExactly(poison);
    }

    @Test
    void an_empty_array_says_nothing() {
        // When
        List<Integer> read = numbers("[]", "[ ]", ONE);

        // Then
        assertThat(read).containsExactly(1);
        assertThat(dead).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"key\":\"b\",\"number\":", "{\"key\":\"b", "{\"key\":\"b\\"})
    void of_an_array_that_breaks_off_the_rest_is_one_dead_letter(String rest) {
        // When
        List<Integer> read = numbers("[" + ONE + "," + rest);

        // Then
        assertThat(read).containsExactly(1);
        assertThat(deadValues()).containsExactly(rest);
    }

    @Test
    void an_array_that_is_not_closed_is_said() {
        // When
        List<Integer> read = numbers("[" + ONE, "[");

        // Then
        assertThat(read).containsExactly(1);
        assertThat(deadValues()).containsExactly("", "");
    }

    @Test
    void a_topic_that_is_not_packed_has_no_arrays() {
        // When
        List<Received<Note>> events =
                decoder.decode(records(Topic.PROMPT_TASKS, "[" + ONE + "]", TWO), Note.class, "test");

        // Then
        assertThat(events).extracting(received -> received.event().number()).containsExactly(2);
        assertThat(deadValues()).containsExactly("[" + ONE + "]");
    }

    @Test
    void what_was_fetched_is_handed_on_in_portions() {
        // Given
        List<byte[]> values = IntStream.range(0, 50)
                .mapToObj(number -> Note.json(new Note("a", number, "x".repeat(100_000))))
                .toList();
        List<List<Note>> portions = new ArrayList<>();

        // When
        decoder.inPortions(Note.records(Topic.OUTCOMES, values), Note.class, "test", portions::add);

        // Then
        assertThat(portions).hasSize(5).allMatch(portion -> portion.size() <= 11);
        assertThat(portions.stream().flatMap(List::stream).map(Note::number))
                .containsExactlyElementsOf(IntStream.range(0, 50).boxed().toList());
    }

    @Test
    void nothing_is_no_portion() {
        // Given
        List<List<Note>> portions = new ArrayList<>();

        // When
        decoder.inPortions(records(Topic.OUTCOMES, "poison", "[]"), Note.class, "test", portions::add);

        // Then
        assertThat(portions).isEmpty();
        assertThat(deadValues()).containsExactly("poison");
    }
}
