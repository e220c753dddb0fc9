package dev.assay.scoring.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefinitionTest {

    @Test
    void a_string_is_a_name_without_parameters() {
        // When
        Definition definition = Definition.parse("strip", "steps[0]");

        // Then
        assertThat(definition).isEqualTo(new Definition("steps[0]", "strip", Map.of()));
    }

    @Test
    void a_map_holds_the_name_beside_its_parameters() {
        // When
        Definition definition = Definition.parse(Map.of("function", "regex", "group", 1), "steps[0]");

        // Then
        assertThat(definition).isEqualTo(new Definition("steps[0]", "regex", Map.of("group", 1)));
    }

    @Test
    void a_parameter_that_is_null_was_not_given() {
        // Given
        Map<String, Object> written = new HashMap<>(Map.of("name", "regex"));
        written.put("group", null);

        // When
        Definition definition = Definition.parse(written, "");

        // Then
        assertThat(definition.parameters()).isEmpty();
    }

    @Test
    void what_is_neither_a_name_nor_a_map_is_refused_with_its_place() {
        // When
        var refused = assertThatThrownBy(() -> Definition.parse(List.of("strip"), "pipelines[1].steps[0]"));

        // Then
        refused.isInstanceOf(DefinitionException.class)
                .hasMessage("pipelines[1].steps[0]: expected a name, or a map with a name and parameters");
    }

    @Test
    void a_map_with_two_names_or_none_is_refused() {
        // Given
        Map<String, Object> two = Map.of("name", "strip", "function", "strip");

        // When
        var refused = assertThatThrownBy(() -> Definition.parse(two, "steps[0]"));

        // Then
        refused.hasMessage("steps[0]: the name is given more than once: name, function");
        assertThatThrownBy(() -> Definition.parse(Map.of("group", 1), "steps[0]"))
                .hasMessage("steps[0]: the name is missing: give it as 'name'");
        assertThatThrownBy(() -> Definition.parse(Map.of("name", 7), "steps[0]"))
                .hasMessage("steps[0].name: the name must be text");
    }
}
