package dev.assay.scoring.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scoring.text.PythonText;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeteorTest {

    private final Meteor meteor = new Meteor(Synonyms.none());

    @Test
    void an_equal_text_loses_only_the_penalty_of_its_one_chunk() {
        // When
        double score = score(meteor, "the cat sat", "The cat sat");

        // Then
        assertThat(score).isCloseTo(1 - 0.5 / 27, within(1e-15));
    }

    @Test
    void words_in_another_order_are_in_more_chunks() {
        // When
        double score = score(meteor, "on the mat sat the cat", "the cat sat on the mat");

        // Then
        assertThat(score).isLessThan(score(meteor, "the cat sat on the mat", "the cat sat on the mat"));
        assertThat(score).isPositive();
    }

    @Test
    void stems_stand_for_each_other_and_so_do_given_synonyms() {
        // Given
        Meteor knowing = new Meteor(Synonyms.of(List.of("car automobil")));

        // When
        double score = score(knowing, "automobiles stopped", "the car stops");

        // Then
        assertThat(score).isGreaterThan(score(meteor, "automobiles stopped", "the car stops"));
        assertThat(score(meteor, "automobiles stopped", "the car stops")).isPositive();
    }

    @Test
    void a_word_stands_for_one_word_only() {
        // When
        double score = score(meteor, "a a a a", "a");

        // Then
        assertThat(score).isCloseTo(0.5 * 0.25 / (0.9 * 0.25 + 0.1), within(1e-15));
    }

    @Test
    void nothing_in_common_scores_nothing() {
        // When
        double score = score(meteor, "", "the cat");

        // Then
        assertThat(score).isZero();
        assertThat(score(meteor, "dog", "")).isZero();
        assertThat(meteor.best(List.of(), List.of("dog"))).isZero();
    }

    @Test
    void the_best_reference_counts() {
        // When
        double best = meteor.best(List.of(List.of("dog"), List.of("cat")), List.of("cat"));

        // Then
        assertThat(best).isEqualTo(0.5);
    }

    @Test
    void parameters_that_make_no_sense_are_refused() {
        // When
        var refused = assertThatThrownBy(() -> new Meteor(1.5, 3, 0.5, Synonyms.none()));

        // Then
        refused.isInstanceOf(IllegalArgumentException.class);
    }

    private static double score(Meteor meteor, String hypothesis, String reference) {
        return meteor.score(PythonText.split(reference), PythonText.split(hypothesis));
    }
}
