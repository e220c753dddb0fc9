package dev.assay.scoring.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.scoring.golden.GoldenFile;
import dev.assay.scoring.golden.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Filters against the values of lm-evaluation-harness, GSM8K, MATH and MMLU-Pro. */
class GoldenExtractionTest {

    private static final String INVALID = "[invalid]";

    @ParameterizedTest
    @EnumSource
    void flexible_and_strict_numbers_are_those_of_the_harness(Origin origin) {
        // Given
        ExtractionPipeline flexible = ExtractionPipeline.parse(List.of("flexible_number"));
        ExtractionPipeline strict = ExtractionPipeline.parse(List.of("strict_number"));
        ExtractionPipeline chain =
                ExtractionPipeline.parse(List.of(Map.of("name", "strict_number", "marker", "The answer is ")));

        // When
        GoldenFile golden = GoldenFile.read(origin, "gsm8k_extraction");

        // Then
        golden.allSatisfy(c -> matches(c.at("/expected/flexible/extracted"), flexible, c)
                && matches(c.at("/expected/strict/extracted"), strict, c)
                // Our number may end the text; the reference's pattern wants one more character after it.
                && (matches(c.at("/expected/strict_cot/extracted"), chain, c)
                        || c.at("/input/response").asText().matches("(?s).*The answer is [0-9.,-]+")));
    }

    @ParameterizedTest
    @EnumSource
    void the_two_filter_lists_of_the_gsm8k_task_file_give_the_same(Origin origin) {
        // Given
        ExtractionPipeline strict = ExtractionPipeline.parse(List.of(
                Map.of("function", "regex", "regex_pattern", "#### (\\-?[0-9\\.\\,]+)"),
                Map.of("function", "take_first")));
        ExtractionPipeline flexible = ExtractionPipeline.parse(List.of(
                Map.of("function", "regex", "group_select", -1, "regex_pattern", "(-?[$0-9.,]{2,})|(-?[0-9]+)"),
                Map.of("function", "take_first")));

        // When
        GoldenFile golden = GoldenFile.read(origin, "gsm8k_extraction");

        // Then
        golden.allSatisfy(c -> matches(c.at("/expected/flexible/extracted"), flexible, c)
                && matches(c.at("/expected/strict/extracted"), strict, c));
    }

    @ParameterizedTest
    @EnumSource
    void patterns_and_case_filters_are_those_of_the_harness(Origin origin) {
        // Given
        Set<String> filters = Set.of("regex", "remove_whitespace", "lowercase", "uppercase", "take_first");

        // When
        GoldenFile golden = GoldenFile.read(origin, "lm_eval_filters")
                .where(c -> filters.contains(c.at("/input/filter").asText())
                        && c.at("/input").has("response"));

        // Then
        golden.allSatisfy(c -> {
            JsonNode in = c.get("input");
            ExtractionPipeline pipeline = ExtractionPipeline.parse(
                    in.get("filter").asText().equals("regex")
                            ? List.of(Map.of(
                                    "function", "regex",
                                    "regex_pattern", in.get("regex_pattern").asText(),
                                    "group_select", in.get("group_select").asInt()))
                            : List.of(in.get("filter").asText()));
            return matches(c.get("expected"), pipeline, c);
        });
    }

    @ParameterizedTest
    @EnumSource
    void boxed_answers_are_those_of_the_reference(Origin origin) {
        // Given
        ExtractionPipeline boxed = ExtractionPipeline.parse(List.of("boxed"));

        // When
        GoldenFile golden = GoldenFile.read(origin, "boxed_answer_extraction");

        // Then
        golden.allSatisfy(c -> {
            String text = c.at("/input/text").asText();
            JsonNode answer = c.at("/expected/answer");
            // Where the reference raises an error there is no answer.
            String expected = answer.isTextual() ? answer.asText() : null;
            return boxed.apply(text, ExtractionContext.none()).value().equals(Optional.ofNullable(expected));
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_letter_that_mmlu_pro_finds_first_is_found_too_if_it_is_a_choice(Origin origin) {
        // Given
        ExtractionPipeline letter =
                ExtractionPipeline.parse(List.of(Map.of("name", "choice_letter", "match", "first")));

        // When
        GoldenFile golden = GoldenFile.read(origin, "multiple_choice_extraction")
                .where(c -> c.at("/expected/mmlu_pro_l1").isTextual());

        // Then
        golden.allSatisfy(c -> {
            String expected = c.at("/expected/mmlu_pro_l1").asText();
            List<String> choices = GoldenFile.texts(c.at("/input/choices"));
            boolean given = expected.charAt(0) - 'A' < choices.size();
            return letter.apply(c.at("/input/response").asText(), new ExtractionContext(choices))
                    .value()
                    .equals(given ? Optional.of(expected) : Optional.empty());
        });
    }

    private static boolean matches(JsonNode expected, ExtractionPipeline pipeline, JsonNode golden) {
        String response = golden.at("/input/response").asText();
        return pipeline.apply(response, ExtractionContext.none())
                .value()
                .orElse(INVALID)
                .equals(expected.asText());
    }
}
