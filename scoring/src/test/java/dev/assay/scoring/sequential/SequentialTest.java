package dev.assay.scoring.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.scoring.sequential.Sequential.Answer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SequentialTest {

    @Test
    void a_clear_winner_is_named_soon_and_the_answer_stays() {
        // Given
        Sequential sequential = new Sequential(new Question.WhichIsBetter(1), 0.05, 0);

        // When
        long stopped = 0;
        for (int i = 0; i < 100; i++) {
            if (sequential.add(i % 10 == 0 ? -1 : 1) == Answer.OPEN) {
                stopped = sequential.count();
            }
        }

        // Then
        assertThat(sequential.answer()).isEqualTo(Answer.HIGHER);
        assertThat(stopped).isBetween(5L, 40L);
    }

    @Test
    void the_other_side_is_named_alike() {
        // Given
        Sequential sequential = new Sequential(new Question.AboveThreshold(80, 0, 100), 0.05, 0);

        // When
        for (int i = 0; i < 200; i++) {
            var unused = sequential.add(i % 2 * 100);
        }

        // Then
        assertThat(sequential.answer()).isEqualTo(Answer.LOWER);
    }

    @Test
    void no_difference_is_seldom_taken_for_one_with_a_peek_after_every_item() {
        // Given
        SplittableRandom random = new SplittableRandom(11);
        int wrong = 0;

        // When
        for (int run = 0; run < 400; run++) {
            Sequential sequential = new Sequential(new Question.WhichIsBetter(1), 0.05, 0);
            for (int i = 0; i < 500 && sequential.answer() == Answer.OPEN; i++) {
                var unused = sequential.add(random.nextInt(-1, 2));
            }
            wrong += sequential.answer() == Answer.OPEN ? 0 : 1;
        }

        // Then: at most 5 %, and three standard errors
        assertThat(wrong).isLessThan(33);
    }

    @Test
    void a_benchmark_that_is_all_seen_is_exhausted_or_answered_for_certain() {
        // Given
        Sequential even = new Sequential(new Question.WhichIsBetter(1), 0.05, 4);

        // When
        for (double difference : new double[] {1, -1, 1, -1}) {
            var unused = even.add(difference);
        }

        // Then
        assertThat(even.answer()).isEqualTo(Answer.EXHAUSTED);
        assertThatThrownBy(() -> even.add(0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_is_left_can_no_longer_change_the_answer_on_this_benchmark() {
        // Given: after 60 wins of 100 items the rest cannot turn the mean
        Sequential sequential = new Sequential(new Question.WhichIsBetter(1), 1e-12, 100);

        // When
        for (int i = 0; i < 60; i++) {
            var unused = sequential.add(1);
        }

        // Then
        assertThat(sequential.answer()).isEqualTo(Answer.HIGHER);
    }

    @Test
    void an_interval_narrows_and_never_grows() {
        // Given
        ConfidenceSequence sequence = new ConfidenceSequence(-1, 1, 0.95, 0);
        SplittableRandom random = new SplittableRandom(2);

        // When
        double last = 2;
        for (int i = 0; i < 400; i++) {
            sequence.add(random.nextDouble() < 0.7 ? 1 : 0);
            assertThat(sequence.interval().width()).isLessThanOrEqualTo(last);
            last = sequence.interval().width();
        }

        // Then
        assertThat(sequence.interval().contains(0.7)).isTrue();
        assertThat(last).isLessThan(0.4);
    }

    @Test
    void values_out_of_range_are_refused() {
        // Given
        Sequential sequential = new Sequential(new Question.Narrower(0.1, 0, 1), 0.05, 0);

        // Then
        assertThatThrownBy(() -> sequential.add(1.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sequential.add(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
