package dev.assay.scoring.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JudgePromptTest {

    @Test
    void each_prompt_asks_for_the_form_that_is_read() {
        // When
        List<JudgePrompt> prompts = JudgePrompt.standard();

        // Then
        assertThat(prompts).hasSize(6).extracting(JudgePrompt::name).doesNotHaveDuplicates();
        assertThat(prompts).allSatisfy(prompt -> {
            switch (prompt.kind()) {
                case JudgePrompt.Kind.Grade grade ->
                    assertThat(grade.format().read(prompt.text())).isEqualTo(new Verdict.Rating(5));
                case JudgePrompt.Kind.Comparison comparison ->
                    assertThat(comparison.format().read(prompt.text())).isInstanceOf(Verdict.Preference.class);
                case JudgePrompt.Kind.ByRubric rubric ->
                    assertThat(prompt.placeholders()).contains("criteria", "grade_lines");
            }
        });
    }

    @Test
    void placeholders_say_what_must_be_filled_in() {
        // Given
        JudgePrompt pairwise = JudgePrompt.standard().stream()
                .filter(prompt -> prompt.name().equals("pairwise-reference"))
                .findFirst()
                .orElseThrow();

        // When
        var placeholders = pairwise.placeholders();

        // Then
        assertThat(placeholders).containsExactly("answer_a", "answer_b", "question", "reference");
    }
}
