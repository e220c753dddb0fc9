package dev.assay.contracts.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.assay.contracts.json.EventJson;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    @ParameterizedTest
    @ValueSource(strings = {"default", "a", "7", "vision-lab", "a.b_c-d", "0a"})
    void a_group_may_be_called_so(String name) {
        assertThat(new GroupId(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Default", "a b", "-a", "a-", ".a", "é", "a/b", "a\n"})
    void a_group_may_not_be_called_so(String name) {
        assertThatThrownBy(() -> new GroupId(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("group must be 1 to 63 lower-case letters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-4o", "meta-llama/Llama-3.1-8B-Instruct", "a:b@c+d", "X"})
    void a_model_may_be_called_as_its_provider_calls_it(String name) {
        assertThat(new ModelId(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01JD3X5M8Q2V7C9E4K6N0P1R2S", "01jd3x5m8q2v7c9e4k6n0p1r2", "01jd3x5m8q2v7c9e4k6n0p1r2i"})
    void a_run_id_is_a_ulid_in_lower_case(String text) {
        assertThatThrownBy(() -> new RunId(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ids_are_written_as_their_text_also_as_keys() throws JsonProcessingException {
        // Given
        Map<ModelId, GroupId> ids = Map.of(new ModelId("a/b"), new GroupId("g"));

        // When
        String json = EventJson.mapper().writeValueAsString(ids);

        // Then
        assertThat(json).isEqualTo("{\"a/b\":\"g\"}");
        assertThat(EventJson.mapper().readValue(json, new TypeReference<Map<ModelId, GroupId>>() {}))
                .isEqualTo(ids);
    }

    @Test
    void a_malformed_id_in_json_is_not_read() {
        assertThatThrownBy(() -> EventJson.mapper().readValue("\"A B\"", GroupId.class))
                .isInstanceOf(ValueInstantiationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#1",
                "01jd3x5m8q2v7c9e4k6n0p1r2s.0.0.0",
                "01jd3x5m8q2v7c9e4k6n0p1r2s.0.0.0#",
                "01jd3x5m8q2v7c9e4k6n0p1r2s.0.0.0#0",
                "01jd3x5m8q2v7c9e4k6n0p1r2s.0.0.0#01",
                "01jd3x5m8q2v7c9e4k6n0p1r2s.0.0.0#-1",
                "01jd3x5m8q2v7c9e4k6n0p1r2s.0.0#1",
                "01jd3x5m8q2v7c9e4k6n0p1r2s.0.0.0#9999999999"
            })
    void an_attempt_id_is_a_task_and_a_number(String text) {
        assertThatThrownBy(() -> AttemptId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void content_is_addressed_by_its_sha_256() {
        assertThat(ContentHash.of(""))
                .hasToString("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThatThrownBy(() -> new ContentHash("sha256:E3")).isInstanceOf(IllegalArgumentException.class);
    }
}
