package dev.assay.scoring.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkFiltersTest {

    @ParameterizedTest
    @CsvSource({
        "mmlu_letter,Respuesta: B,B",
        "gpqa_letter,Answer: C,C",
        "mmlu_pro_letter,the answer is (J),J",
        "mmlu_pro_letter_strict,the answer is J,J",
        "answer_line,Answer: x + 1,x + 1",
        "inspect_answer_letter,ANSWER: b,b",
        "inspect_answer_word,ANSWER: yes.,yes",
        "inspect_answer_line,ANSWER: so it is,so it is",
        "gsm8k_cot_number,The answer is 7.,7",
        "mgsm_number,Answer: 7 eggs,7",
        "minerva_answer,Final Answer: The final answer is $7$. I hope it is correct.,$7$"
    })
    void each_filter_finds_the_answer_of_its_benchmark(String filter, String answer, String expected) {
        // When
        Extraction found = ExtractionPipeline.parse(List.of(filter)).apply(answer, ExtractionContext.none());

        // Then
        assertThat(found).isEqualTo(new Extraction.Found(expected));
    }

    @Test
    void options_are_known_from_the_item() {
        // Given
        ExtractionPipeline pipeline = ExtractionPipeline.parse(List.of(Map.of(
                "function",
                "multi_choice_regex",
                "regex_pattern",
                "(\\([A-Z]\\))",
                "group_select",
                0,
                "ignore_case",
                true)));
        ExtractionContext context = new ExtractionContext(List.of("red", "green"));

        // When
        Extraction found = pipeline.apply("I say Green", context);

        // Then
        assertThat(found).isEqualTo(new Extraction.Found("(B)"));
        assertThat(pipeline.apply("no idea", context)).isEqualTo(new Extraction.NotFound("multi_choice_regex"));
    }
}
