package dev.assay.scoring.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scoring.metric.MetricRegistry;
import dev.assay.scoring.metric.Sample;
import dev.assay.scoring.metric.Score;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EmbeddingSimilarityTest {

    private final AtomicInteger embedded = new AtomicInteger();

    /** Two directions: how often a text has an a, and how often a b; of z it has the opposite of both. */
    private final EmbeddingSimilarity metric = new EmbeddingSimilarity(new TextEmbedding() {
        @Override
        public String name() {
            return "letters";
        }

        @Override
        public float[] embed(String text) {
            embedded.incrementAndGet();
            return new float[] {count(text, 'a') - count(text, 'z'), count(text, 'b') - count(text, 'z')};
        }

        private static int count(String text, char letter) {
            return (int) text.chars().filter(c -> c == letter).count();
        }
    });

    @Test
    void likeness_is_the_cosine_and_does_not_depend_on_length() {
        assertThat(metric.score("aab", Sample.of("ab")).asValue().orElseThrow())
                .isCloseTo(3 / Math.sqrt(10), within(1e-12));
        assertThat(metric.score("aaaaaa", Sample.of("a"))).isEqualTo(Score.RIGHT);
    }

    @Test
    void the_best_of_several_references_counts_and_opposites_have_nothing_in_common() {
        assertThat(metric.score("bbb", Sample.of("a", "b"))).isEqualTo(Score.RIGHT);
        assertThat(metric.score("z", Sample.of("ab"))).isEqualTo(Score.WRONG);
    }

    @Test
    void a_blank_answer_has_nothing_and_a_blank_reference_cannot_be_scored() {
        assertThat(metric.score(" \n", Sample.of("a"))).isEqualTo(Score.WRONG);
        assertThat(metric.score(null, Sample.of("a"))).isEqualTo(Score.WRONG);
        assertThat(metric.score("a", Sample.of(" "))).isEqualTo(new Score.Unscorable("the reference is blank"));
    }

    @Test
    void a_reference_is_embedded_once() {
        // When
        for (int i = 0; i < 5; i++) {
            metric.score("a", Sample.of("ab"));
        }

        // Then
        assertThat(embedded).hasValue(6);
    }

    @Test
    void without_the_module_the_metric_is_refused_by_the_modules_name() {
        // When
        var refused = assertThatThrownBy(() -> MetricRegistry.standard().create("embedding_similarity", "metrics[0]"));

        // Then
        refused.hasMessage("metrics[0]: the model of 'embedding_similarity' is in the optional module 'embeddings',"
                + " which is not installed");
    }
}
