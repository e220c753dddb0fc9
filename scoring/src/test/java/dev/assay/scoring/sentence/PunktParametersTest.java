package dev.assay.scoring.sentence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.scoring.json.JsonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PunktParametersTest {

    @Test
    void trained_parameters_are_read_from_json() {
        // Given
        String json = "{\"abbrev_types\": [\"dr\"], \"sentence_starters\": [\"the\"],"
                + " \"collocations\": [[\"s\", \"bach\"]], \"ortho_context\": {\"cat\": 34, \"rome\": 4, \"ii\": 16}}";

        // When
        PunktParameters read = PunktParameters.read(json);

        // Then
        assertThat(read.abbreviations()).containsExactly("dr");
        assertThat(read.sentenceStarters()).containsExactly("the");
        assertThat(read.collocations()).containsExactly(new Collocation("s", "bach"));
        assertThat(read.uses())
                .containsEntry("cat", new WordUse(true, false, true, false))
                .containsEntry("rome", new WordUse(true, true, false, false))
                .containsEntry("ii", new WordUse(false, false, true, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"abbrev_types\": [1], \"sentence_starters\": [], \"collocations\": [], \"ortho_context\": {}}",
                "{\"abbrev_types\": [], \"sentence_starters\": [], \"collocations\": [[\"a\"]], \"ortho_context\": {}}",
                "{\"abbrev_types\": [], \"sentence_starters\": [], \"collocations\": [], \"ortho_context\": {\"a\": \"b\"}}"
            })
    void parameters_of_another_shape_are_refused(String json) {
        // When
        var refused = assertThatThrownBy(() -> PunktParameters.read(json));

        // Then
        refused.isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PunktParameters.read("nothing")).isInstanceOf(JsonException.class);
    }
}
