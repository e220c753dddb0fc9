package dev.assay.scoring.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.scoring.definition.Definition;
import dev.assay.scoring.definition.DefinitionException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ExtractionPipelineTest {

    @Test
    void steps_are_applied_in_order() {
        // Given
        ExtractionPipeline pipeline = ExtractionPipeline.parse(
                List.of(Map.of("name", "after", "marker", "</think>"), "first_line", "strip", "lower"));

        // When
        Extraction extraction = extract(pipeline, "<think>B?</think>\n\n  The CAT \nmore");

        // Then
        assertThat(extraction).isEqualTo(new Extraction.Found("the cat"));
    }

    @Test
    void a_pipeline_without_steps_takes_the_answer_as_it_is() {
        // When
        Extraction extraction = extract(ExtractionPipeline.identity(), " 7\n");

        // Then
        assertThat(extraction.value()).contains(" 7\n");
        assertThat(extract(ExtractionPipeline.parse(List.of()), "").value()).contains("");
    }

    @Test
    void a_step_that_finds_nothing_ends_the_pipeline_and_is_named() {
        // Given
        ExtractionPipeline pipeline = ExtractionPipeline.parse(List.of("strip", "last_number", "upper"));

        // When
        Extraction extraction = extract(pipeline, "I do not know");

        // Then
        assertThat(extraction).isEqualTo(new Extraction.NotFound("last_number"));
        assertThat(extraction.value()).isEmpty();
    }

    @Test
    void an_answer_beyond_the_bounds_of_a_pattern_counts_as_not_extracted() {
        // Given
        ExtractionPipeline pipeline = ExtractionPipeline.parse(List.of(Map.of("name", "regex", "pattern", "(?=.*x)a")));

        // When
        Extraction extraction = extract(pipeline, "a".repeat(50_000));

        // Then
        assertThat(extraction).isInstanceOf(Extraction.TooLarge.class);
        assertThat(extraction.value()).isEmpty();
    }

    @Test
    void definitions_made_elsewhere_keep_their_place() {
        // Given
        Definition definition = new Definition("benchmark.extract.strict[3]", "strp", Map.of());

        // When
        var refused = assertThatThrownBy(() -> ExtractionPipeline.parse(List.of(definition)));

        // Then
        refused.isInstanceOf(DefinitionException.class)
                .hasMessageStartingWith("benchmark.extract.strict[3]: unknown filter 'strp'; did you mean 'strip'?");
    }

    @Test
    void an_unknown_filter_is_named_together_with_the_nearest() {
        // When
        var refused =
                assertThatThrownBy(() -> ExtractionPipeline.parse(List.of("strip", "last_numbr"), "benchmark.extract"));

        // Then
        refused.asInstanceOf(InstanceOfAssertFactories.type(DefinitionException.class))
                .satisfies(e -> assertThat(e.path()).isEqualTo("benchmark.extract[1]"))
                .satisfies(e -> assertThat(e.nearest()).contains("last_number"));
    }

    @Test
    void an_empty_step_is_refused() {
        // When
        var refused = assertThatThrownBy(() -> ExtractionPipeline.parse(Arrays.asList("strip", null), "extract"));

        // Then
        refused.hasMessage("extract[1]: the step is empty");
    }

    @Test
    void the_filters_of_the_first_version_are_all_there() {
        // When
        List<FilterDescription> filters = ExtractionPipeline.filters();

        // Then
        assertThat(filters)
                .extracting(FilterDescription::name)
                .contains(
                        "strip",
                        "lower",
                        "upper",
                        "take_first",
                        "first_line",
                        "last_line",
                        "after",
                        "before",
                        "regex",
                        "last_number",
                        "flexible_number",
                        "strict_number",
                        "boxed",
                        "choice_letter");
    }

    private static Extraction extract(ExtractionPipeline pipeline, String answer) {
        return pipeline.apply(answer, ExtractionContext.none());
    }
}
