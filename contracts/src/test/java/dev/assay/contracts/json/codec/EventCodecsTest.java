package dev.assay.contracts.json.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.json.RandomRecords;
import dev.assay.contracts.run.Message;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventCodecsTest {

    private static final ObjectMapper MAPPER = EventJson.mapper();

    static List<Class<?>> records() {
        return EventCodecs.all().stream().<Class<?>>map(RecordCodec::type).toList();
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_codec_writes_every_component_of_its_record(Class<?> record) {
        // Given
        Object complete = new RandomRecords(new Random(1), true).next(record);

        // When
        List<String> written = new ArrayList<>();
        MAPPER.valueToTree(complete).fieldNames().forEachRemaining(written::add);

        // Then
        written.remove("type");
        assertThat(written)
                .as("the codec of %s has to write each component, in its order", record)
                .containsExactlyElementsOf(Arrays.stream(record.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_codec_reads_every_component_of_its_record(Class<?> record) throws IOException {
        // Given
        Object complete = new RandomRecords(new Random(2), true).next(record);

        // When
        Object read = MAPPER.readValue(MAPPER.writeValueAsBytes(complete), record);

        // Then
        assertThat(read)
                .as("the codec of %s has to read each component", record)
                .isEqualTo(complete);
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_field_that_has_to_be_there_is_named_when_it_is_not(Class<?> record) {
        // Given
        ObjectNode json = MAPPER.valueToTree(new RandomRecords(new Random(3), true).next(record));
        List<String> required = Arrays.stream(record.getRecordComponents())
                .filter(c -> Presence.of(c.getAnnotatedType(), c.getType()) == Presence.REQUIRED)
                .map(RecordComponent::getName)
                .toList();

        // Then
        assertThat(required).isNotEmpty().allSatisfy(field -> {
            JsonNode without = json.deepCopy().without(field);
            JsonNode withNull = json.deepCopy().putNull(field);
            assertThatThrownBy(() -> MAPPER.treeToValue(without, record))
                    .isInstanceOf(JsonMappingException.class)
                    .hasMessageContaining("\"" + field + "\"");
            assertThatThrownBy(() -> MAPPER.treeToValue(withNull, record))
                    .isInstanceOf(JsonMappingException.class)
                    .hasMessageContaining("\"" + field + "\"");
        });
    }

    @Test
    void what_a_record_refuses_is_a_fault_of_the_json() {
        assertThatThrownBy(() -> MAPPER.readValue("{\"role\":\" \",\"content\":\"x\"}", Message.class))
                .isInstanceOf(JsonMappingException.class)
                .hasMessageContaining("a message needs a role");
    }

    @Test
    void a_mapper_that_knows_no_unknown_fields_refuses_them_here_too() {
        // Given
        ObjectMapper strict = MAPPER.copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

        // Then
        assertThatThrownBy(() -> strict.readValue("{\"role\":\"user\",\"content\":\"x\",\"more\":1}", Message.class))
                .isInstanceOf(UnrecognizedPropertyException.class)
                .hasMessageContaining("\"more\"")
                .hasMessageContaining("\"role\", \"content\"");
    }
}
