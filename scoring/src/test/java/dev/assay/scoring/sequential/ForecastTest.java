package dev.assay.scoring.sequential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.scoring.sequential.Sequential.Terms;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static Forecast better(double difference, int items) {
        return Forecast.of(
                new Question.WhichIsBetter(1), Terms.of(0.05, 0), items, Forecast.Spread.differing(difference, 0.2, 1));
    }

    @Test
    void a_larger_difference_takes_fewer_items() {
        // When: docs/statistics.md has a median of 650 of 2000 for five points
        Forecast five = better(0.05, 2000);
        Forecast ten = better(0.1, 2000);

        // Then
        assertThat(five.items()).isBetween(450, 850);
        assertThat(five.answered()).isGreaterThan(0.9);
        assertThat(ten.items()).isBetween(100, five.items() / 2);
    }

    @Test
    void without_a_difference_all_items_are_expected() {
        assertThat(better(0, 500)).satisfies(forecast -> {
            assertThat(forecast.items()).isEqualTo(500);
            assertThat(forecast.answered()).isLessThan(0.1);
        });
    }

    @Test
    void a_score_near_its_threshold_takes_more_items_than_one_far_from_it() {
        // Given
        Question above = new Question.AboveThreshold(0.7, 0, 1);

        // When
        Forecast near = Forecast.of(above, Terms.of(0.05, 0), 2000, Forecast.Spread.rightOrWrong(0.75, 0, 1));
        Forecast far = Forecast.of(above, Terms.of(0.05, 0), 2000, Forecast.Spread.rightOrWrong(0.85, 0, 1));

        // Then
        assertThat(far.items()).isLessThan(near.items() / 2);
        assertThat(near.items()).isBetween(450, 900);
    }
}
