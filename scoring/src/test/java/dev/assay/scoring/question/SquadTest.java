package dev.assay.scoring.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SquadTest {

    @Test
    void the_versions_differ_where_both_sides_have_no_words() {
        // Given
        List<String> references = List.of("the");

        // When
        double first = Squad.V1_1.f1("A", references);
        double second = Squad.V2.f1("A", references);

        // Then
        assertThat(first).isZero();
        assertThat(second).isEqualTo(1);
        assertThat(Squad.V1_1.exactMatch("A", references)).isEqualTo(1);
    }

    @Test
    void the_best_reference_counts_and_words_count_as_often_as_they_occur() {
        // When
        double f1 = Squad.V1_1.f1("one two two three", List.of("nothing", "two two four"));

        // Then
        assertThat(f1).isCloseTo(4.0 / 7, within(1e-15));
    }

    @Test
    void an_answer_without_reference_cannot_be_scored() {
        assertThatThrownBy(() -> Squad.V2.f1("x", List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_question_without_answer_is_right_if_nothing_is_said() {
        // Given
        List<SquadQuestion> questions = List.of(question("Paris", "Paris"), question(""), question("guess"));

        // When
        SquadReport report = SquadReport.of(questions, 1);

        // Then
        assertThat(report.all()).isEqualTo(new SquadReport.Share(200.0 / 3, 200.0 / 3, 3));
        assertThat(report.answerable()).contains(new SquadReport.Share(100, 100, 1));
        assertThat(report.unanswerable()).contains(new SquadReport.Share(50, 50, 2));
        assertThat(report.best()).isEmpty();
        assertThat(SquadReport.ofVersion1(questions)).contains(new SquadReport.Share(100, 100, 1));
    }

    @Test
    void above_the_threshold_a_question_counts_as_not_answered() {
        // Given
        List<SquadQuestion> questions = List.of(sure("right", 0.1, "right"), sure("guess", 0.9));

        // When
        SquadReport strict = SquadReport.of(questions, 0.5);
        SquadReport lax = SquadReport.of(questions, 1);

        // Then
        assertThat(strict.all().exact()).isEqualTo(100);
        assertThat(lax.all().exact()).isEqualTo(50);
        assertThat(lax.best()).contains(new SquadReport.Best(100, 0.1, 100, 0.1));
        assertThat(lax.averagePrecision()).contains(new SquadReport.AveragePrecision(100, 100, 100));
    }

    @Test
    void probabilities_are_needed_for_all_questions_or_none() {
        // Given
        List<SquadQuestion> questions = List.of(question("a", "a"), sure("b", 0.5, "b"));

        // When / Then
        assertThatThrownBy(() -> SquadReport.of(questions, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SquadReport.of(List.of(), 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static SquadQuestion question(String prediction, String... answers) {
        return new SquadQuestion(List.of(answers), prediction, OptionalDouble.empty());
    }

    private static SquadQuestion sure(String prediction, double probability, String... answers) {
        return new SquadQuestion(List.of(answers), prediction, OptionalDouble.of(probability));
    }
}
