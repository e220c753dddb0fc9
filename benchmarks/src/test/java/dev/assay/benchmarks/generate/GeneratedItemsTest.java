package dev.assay.benchmarks.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.benchmarks.dataset.CanonicalJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedItemsTest {

    @Test
    void the_checked_in_items_are_what_the_generator_makes() throws IOException {
        assertThat(checkedIn("assay-core")).isEqualTo(GeneratedItems.core());
        assertThat(checkedIn("assay-smoke")).isEqualTo(GeneratedItems.smoke());
    }

    @ParameterizedTest
    @ValueSource(strings = {"assay-core", "assay-smoke"})
    void every_answer_is_found_a_second_time_from_the_text_alone(String name) throws IOException {
        // Given
        List<Map<String, Object>> items = items(name);

        // Then
        assertThat(items)
                .allSatisfy(item ->
                        assertThat(SecondOpinion.of(item)).as("%s", item).isEqualTo(item.get("answer")));
    }

    @Test
    void no_question_is_asked_twice() throws IOException {
        assertThat(items("assay-core").stream().map(item -> item.get("passage") + "|" + item.get("question")))
                .doesNotHaveDuplicates();
    }

    @Test
    void each_category_has_the_same_number_of_items() throws IOException {
        assertThat(items("assay-core").stream()
                        .collect(Collectors.groupingBy(item -> item.get("category"), Collectors.counting())))
                .isEqualTo(Map.of("arithmetic", 120L, "reading", 120L, "ordering", 120L, "facts", 120L));
    }

    @Test
    void answers_are_short_and_trimmed_and_not_negative() throws IOException {
        assertThat(items("assay-core"))
                .allSatisfy(item -> assertThat((String) item.get("answer"))
                        .isNotBlank()
                        .isEqualTo(((String) item.get("answer")).strip())
                        .hasSizeLessThan(60)
                        .doesNotStartWith("-")
                        .doesNotContain("\n"));
    }

    @Test
    void options_differ_and_the_right_one_is_named_by_its_letter() throws IOException {
        // Given
        List<Map<String, Object>> withChoices = items("assay-core").stream()
                .filter(item -> item.containsKey("choices"))
                .toList();

        // Then
        assertThat(withChoices).hasSizeGreaterThan(30).allSatisfy(item -> {
            assertThat((List<?>) item.get("choices")).hasSize(4).doesNotHaveDuplicates();
            assertThat(item.get("answer")).isIn("A", "B", "C", "D");
        });
    }

    static List<Map<String, Object>> items(String name) throws IOException {
        return checkedIn(name).lines().map(CanonicalJson::read).toList();
    }

    private static String checkedIn(String name) throws IOException {
        try (InputStream in = GeneratedItemsTest.class.getResourceAsStream("/benchmarks/" + name + "/items.jsonl")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
