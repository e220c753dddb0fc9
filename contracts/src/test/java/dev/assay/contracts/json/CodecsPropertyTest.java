package dev.assay.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.Charge;
import dev.assay.contracts.event.ChargeEvent;
import dev.assay.contracts.event.PromptTask;
import dev.assay.contracts.event.SampleScore;
import dev.assay.contracts.event.ScoreEvent;
import dev.assay.contracts.event.TaskEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The codecs against the data binding, which says what the JSON of an event is. */
class CodecsPropertyTest {

    private static final ObjectMapper BINDING = EventJson.dataBinding().build();
    private static final ObjectMapper CODECS = EventJson.mapper();

    /** An event and the type by which it is read. */
    private record Kind(Class<?> root, Class<?> type) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(PromptTask.class, PromptTask.class),
            new Kind(AttemptOutcome.class, AttemptOutcome.class),
            new Kind(TaskEvent.class, TaskEvent.Accepted.class),
            new Kind(TaskEvent.class, TaskEvent.Settled.class),
            new Kind(TaskEvent.class, TaskEvent.Released.class),
            new Kind(ScoreEvent.class, ScoreEvent.SamplesScored.class),
            new Kind(ScoreEvent.class, ScoreEvent.SamplesJudged.class),
            new Kind(ChargeEvent.class, ChargeEvent.CallsCharged.class),
            new Kind(ChargeEvent.class, ChargeEvent.RunSpent.class),
            new Kind(SampleScore.class, SampleScore.class),
            new Kind(Charge.class, Charge.class));

    @Property
    void an_event_is_written_as_the_data_binding_writes_it(@ForAll("kinds") Kind kind, @ForAll long seed)
            throws IOException {
        // Given
        Object event = new RandomRecords(new Random(seed), false).next(kind.type());

        // When
        byte[] written = CODECS.writeValueAsBytes(event);

        // Then
        assertThat(written).isEqualTo(BINDING.writeValueAsBytes(event));
        assertThat(CODECS.writeValueAsString(event)).isEqualTo(BINDING.writeValueAsString(event));
        assertThat(CODECS.writerFor(kind.root()).writeValueAsBytes(event)).isEqualTo(written);
        assertThat(CODECS.<JsonNode>valueToTree(event)).isEqualTo(BINDING.valueToTree(event));
    }

    @Property
    void an_event_is_read_as_the_data_binding_reads_it(@ForAll("kinds") Kind kind, @ForAll long seed)
            throws IOException {
        // Given
        byte[] json = BINDING.writeValueAsBytes(new RandomRecords(new Random(seed), false).next(kind.type()));

        // When
        Object read = CODECS.readValue(json, kind.root());

        // Then
        assertThat(read).isEqualTo(BINDING.readValue(json, kind.root()));
        assertThat(CODECS.treeToValue(BINDING.readTree(json), kind.root()))
                .isEqualTo(BINDING.treeToValue(BINDING.readTree(json), kind.root()));
    }

    @Property(tries = 20_000)
    void bent_json_is_read_or_refused_as_the_data_binding_does(
            @ForAll("kinds") Kind kind, @ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int oneIn)
            throws IOException {
        // Given
        Random random = new Random(seed);
        JsonNode event = BINDING.valueToTree(new RandomRecords(random, false).next(kind.type()));
        String json = new BentJson(random, oneIn).of(event);

        // When
        Reading byCodecs = Reading.of(json, CODECS, kind.root());

        // Then
        assertThat(byCodecs).as(json).isEqualTo(Reading.of(json, BINDING, kind.root()));
    }

    @Property
    void an_instant_is_written_as_the_data_binding_writes_it(
            @ForAll @LongRange(min = -100_000_000_000L, max = 300_000_000_000L) long seconds,
            @ForAll @IntRange(max = 999_999_999) int nanos)
            throws JsonProcessingException {
        // Given
        Instant instant = Instant.ofEpochSecond(seconds, nanos);

        // When
        String written = CODECS.writeValueAsString(instant);

        // Then
        assertThat(written).isEqualTo(BINDING.writeValueAsString(instant));
    }

    @Provide
    Arbitrary<Kind> kinds() {
        return Arbitraries.of(KINDS);
    }

    /** What came of reading: an event and how it would be written again, or that it was refused as no event. */
    private record Reading(Object event, String written, boolean refused) {

        static Reading of(String json, ObjectMapper mapper, Class<?> type) throws IOException {
            Object event;
            try {
                event = mapper.readValue(json, type);
            } catch (JsonProcessingException e) {
                return new Reading(null, null, true);
            }
            return new Reading(event, BINDING.writeValueAsString(event), false);
        }
    }
}
