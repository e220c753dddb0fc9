package dev.assay.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scoring.metric.Metric;
import dev.assay.scoring.metric.MetricRegistry;
import dev.assay.scoring.metric.Sample;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MiniLmTest {

    private final Metric similarity = MetricRegistry.standard().create("embedding_similarity", "metrics[0]");

    @Test
    void sentences_that_mean_the_same_are_more_alike_than_those_that_share_words() {
        // When
        double same = of("The boy is eating an apple.", "A child eats fruit.");
        double words = of("The boy is eating an apple.", "The boy is repairing an Apple computer.");
        double other = of("The boy is eating an apple.", "Interest rates were raised again in June.");

        // Then
        assertThat(same).isGreaterThan(other + 0.3);
        assertThat(words).isGreaterThan(other);
        assertThat(of("Paris is the capital of France.", "Paris is the capital of France."))
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void an_answer_to_the_point_is_nearer_to_its_question() {
        // Given
        String question = "Why do leaves turn yellow in autumn?";

        // When
        double toThePoint = of("In autumn the green chlorophyll in leaves breaks down and yellow remains.", question);
        double beside = of("My favourite recipe needs two eggs and some flour.", question);

        // Then
        assertThat(toThePoint).isGreaterThan(0.5);
        assertThat(beside).isLessThan(0.3);
    }

    @Test
    void texts_of_any_length_are_embedded_by_many_threads_at_once_as_by_one() {
        // Given
        String longText = "A long story about a ship and its crew at sea. ".repeat(200);

        // When
        List<Double> alike = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> of(longText, "A story about sailors."))
                .distinct()
                .toList();

        // Then
        assertThat(alike).hasSize(1).allSatisfy(value -> assertThat(value).isBetween(0.3, 1.0));
    }

    private double of(String prediction, String reference) {
        return similarity.score(prediction, Sample.of(reference)).asValue().orElseThrow();
    }
}
