package dev.assay.scoring.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.assay.scoring.sequential.Sequential.Terms;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({"0.5, 0.2", "0.8, 0.1", "0.95, 0.15", "1, 0.05", "0, 0.3"})
    void an_interval_is_narrow_about_when_the_confidence_sequence_is(double right, double width) {
        for (int seed = 0; seed < 5; seed++) {
            // Given
            SplittableRandom random = new SplittableRandom(seed);
            double[] scores =
                    random.doubles(1_000).map(draw -> draw < right ? 1 : 0).toArray();
            Sequential sequential = new Sequential(new Question.Narrower(width, 0, 1), Terms.of(0.05, 0));
            while (sequential.answer() == Sequential.Answer.OPEN) {
                var unused = sequential.add(scores[(int) sequential.count()]);
            }

            // When
            int items = new Narrowing(scores, Terms.of(0.05, 0)).items(width);

            // Then
            assertThat(items).isCloseTo((int) sequential.count(), withinPercentage(4));
        }
    }

    @Test
    void a_narrow_interval_takes_most_items_where_scores_vary_most() {
        // When
        Forecast half = narrower(0.1, 2000, 0.5);
        Forecast high = narrower(0.1, 2000, 0.9);

        // Then
        assertThat(half.items()).isBetween(750, 1100);
        assertThat(high.items()).isBetween(200, 450);
        assertThat(narrower(0.01, 2000, 0.5)).isEqualTo(new Forecast(2000, 0));
        assertThat(narrower(2, 2000, 0.5).items()).isEqualTo(1);
    }

    private static Forecast narrower(double width, int items, double right) {
        return Forecast.of(
                new Question.Narrower(width, 0, 1),
                Terms.of(0.05, 0),
                items,
                Forecast.Spread.rightOrWrong(right, 0, 1));
    }
}
