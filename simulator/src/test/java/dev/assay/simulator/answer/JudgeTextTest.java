package dev.assay.simulator.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.simulator.model.JudgeTraits;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTextTest {

    private static final JudgeTraits FAIR = new JudgeTraits(3, 0, 0, 1, 0, 0);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "So the answer is 42. | 42 | 1",
                "The answer is **1,234**. | 1234 | 1",
                "The answer is $42. | 42 | 1",
                "42 | 42 | 1",
                "The answer is 142. | 42 | 0",
                "The answer is -42. | 42 | 0",
                "The answer is 0.42. | 42 | 0",
                "42 is not it, 41 is. | 42 | 0",
                "The answer is B. | B | 1"
            })
    void it_sees_which_answers_are_right(String answer, String reference, int right) {
        // Then
        assertThat(JudgeText.right(answer, reference)).isEqualTo(right);
    }

    @Test
    void the_right_answer_wins_with_the_planted_odds() {
        // When
        double first = shareOfFirst(FAIR, "It is 42.", "It is 41.");
        double second = shareOfFirst(FAIR, "It is 41.", "It is 42.");

        // Then
        assertThat(first).isCloseTo(1 / (1 + Math.exp(-3)), within(0.02));
        assertThat(second).isCloseTo(1 / (1 + Math.exp(3)), within(0.02));
    }

    @Test
    void equal_answers_show_the_planted_liking_for_place_and_length() {
        // Given
        JudgeTraits biased = new JudgeTraits(3, 0.6, 2, 1, 0, 0);

        // When
        double equal = shareOfFirst(biased, "It is 42.", "It is 42.");
        double longer = shareOfFirst(biased, "It is so and so, thus 42.", "It is 42.");

        // Then
        assertThat(equal).isCloseTo(1 / (1 + Math.exp(-0.6)), within(0.03));
        double lead = 0.6 + 2 * (25.0 - 9) / (25 + 9);
        assertThat(longer).isCloseTo(1 / (1 + Math.exp(-lead)), within(0.03));
    }

    @Test
    void it_is_a_pure_function_of_what_it_is_asked() {
        // Then
        assertThat(reply(FAIR, 5, prompt("It is 1.", "It is 42.")))
                .isEqualTo(reply(FAIR, 5, prompt("It is 1.", "It is 42.")));
    }

    @Test
    void the_planted_share_of_replies_has_no_verdict() {
        // Given
        JudgeTraits vague = new JudgeTraits(3, 0, 0, 1, 0, 0.2);

        // When
        long unreadable = IntStream.range(0, 2_000)
                .filter(seed ->
                        !reply(vague, seed, prompt("It is 42.", "It is 1.")).contains("[["))
                .count();

        // Then
        assertThat(unreadable / 2_000.0).isCloseTo(0.2, within(0.03));
    }

    @Test
    void grades_follow_quality_and_have_the_form_that_is_asked_for() {
        // When
        String right = reply(FAIR, 1, "Grade.\n<answer>\nIt is 42.\n</answer>");
        String wrong = reply(FAIR, 1, "Grade.\n<answer>\nIt is 41.\n</answer>");
        String rubric = reply(FAIR, 1, "clarity: [[grade]]\ndepth: [[grade]]\n<answer>\nIt is 42.\n</answer>");

        // Then
        assertThat(grade(right)).isGreaterThan(grade(wrong));
        assertThat(rubric).containsPattern("clarity: \\[\\[\\d+]]\ndepth: \\[\\[\\d+]]");
    }

    @Test
    void without_answers_there_is_nothing_to_judge() {
        // Then
        assertThat(reply(FAIR, 1, "What is 6 times 7?")).doesNotContain("[[");
    }

    private static int grade(String reply) {
        return Integer.parseInt(reply.substring(reply.indexOf("[[") + 2, reply.indexOf("]]")));
    }

    private static double shareOfFirst(JudgeTraits traits, String first, String second) {
        long won = IntStream.range(0, 3_000)
                .filter(seed -> reply(traits, seed, prompt(first, second)).contains("[[A]]"))
                .count();
        return won / 3_000.0;
    }

    private static String prompt(String first, String second) {
        return "Which?\n<answer-a>\n" + first + "\n</answer-a>\n<answer-b>\n" + second + "\n</answer-b>";
    }

    private static String reply(JudgeTraits traits, long seed, String prompt) {
        Question question = new Question(List.of(prompt), seed, 0, null, "42", Integer.MAX_VALUE, List.of());
        return JudgeText.to(question, traits, question.draw("judge"));
    }
}
