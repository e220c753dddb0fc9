package dev.assay.scoring.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RougeScorerTest {

    private final RougeScorer rouge = new RougeScorer(false);

    @Test
    void runs_are_counted_as_often_as_both_sides_have_them() {
        // Given
        String target = "the cat and the dog";

        // When
        RougeScore score = rouge.runs(target, "The the the cat!", 1);

        // Then
        assertThat(score.precision()).isEqualTo(0.75);
        assertThat(score.recall()).isEqualTo(0.6);
        assertThat(score.fmeasure()).isCloseTo(2 * 0.75 * 0.6 / 1.35, within(1e-15));
        assertThat(rouge.runs(target, "the cat", 2)).isEqualTo(new RougeScore(1, 0.25, 0.4));
    }

    @Test
    void a_sequence_may_leave_words_out_but_not_change_their_order() {
        // When
        RougeScore score = rouge.sequence("police killed the gunman", "the gunman killed police");

        // Then
        assertThat(score).isEqualTo(new RougeScore(0.5, 0.5, 0.5));
        assertThat(rouge.sequence("police killed the gunman", "police ended the gunman")
                        .fmeasure())
                .isEqualTo(0.75);
    }

    @Test
    void a_summary_unites_what_its_sentences_share_with_each_of_the_other() {
        // Given
        String target = "w1 w2 w3 w4 w5";

        // When
        RougeScore score = rouge.summary(target, "w1 w2 w6 w7 w8\nw1 w3 w8 w9 w5");

        // Then
        assertThat(score.recall()).isEqualTo(0.8);
        assertThat(score.precision()).isEqualTo(0.4);
    }

    @Test
    void a_word_of_a_summary_is_counted_no_more_often_than_the_other_side_has_it() {
        // When
        RougeScore score = rouge.summary("a b\na b", "a b");

        // Then
        assertThat(score.recall()).isEqualTo(0.5);
        assertThat(score.precision()).isEqualTo(1);
    }

    @Test
    void only_stems_of_longer_words_are_compared() {
        // Given
        RougeScorer stemmed = new RougeScorer(true);

        // When
        RougeScore score = stemmed.runs("running dogs was", "run dog wa", 1);

        // Then
        assertThat(score.fmeasure()).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(rouge.runs("running dogs was", "run dog wa", 1)).isEqualTo(RougeScore.NONE);
    }

    @Test
    void words_of_other_scripts_are_none() {
        // When
        RougeScore score = rouge.runs("быстрая лиса", "быстрая лиса", 1);

        // Then
        assertThat(score).isEqualTo(RougeScore.NONE);
        assertThat(rouge.sequence("", "")).isEqualTo(RougeScore.NONE);
        assertThat(rouge.summary("", "x")).isEqualTo(RougeScore.NONE);
    }

    @Test
    void runs_of_no_words_are_refused() {
        // When
        var refused = assertThatThrownBy(() -> rouge.runs("a", "a", 0));

        // Then
        refused.hasMessageContaining("at least one word");
    }

    @Property
    void exchanging_the_sides_exchanges_precision_and_recall(
            @ForAll("texts") String left, @ForAll("texts") String right) {
        // When
        RougeScore score = rouge.sequence(left, right);

        // Then
        RougeScore other = rouge.sequence(right, left);
        assertThat(score.precision()).isEqualTo(other.recall());
        assertThat(score.fmeasure()).isEqualTo(other.fmeasure());
    }

    @Property
    void a_summary_of_one_line_is_scored_as_a_sequence(@ForAll("texts") String left, @ForAll("texts") String right) {
        // When
        RougeScore score = rouge.summary(left, right);

        // Then
        assertThat(score).isEqualTo(rouge.sequence(left, right));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", "c", "d").list().ofMaxSize(9).map(words -> String.join(" ", words));
    }
}
