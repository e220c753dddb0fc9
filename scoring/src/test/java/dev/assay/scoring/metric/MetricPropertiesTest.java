package dev.assay.scoring.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MetricPropertiesTest {

    private final MetricRegistry registry = MetricRegistry.standard();

    /** But for those whose models are in optional modules. */
    private final List<MetricType> installed = registry.types().stream()
            .filter(type -> !type.name().equals("embedding_similarity"))
            .toList();

    @Property
    void f1_is_symmetric(@ForAll("sentences") String left, @ForAll("sentences") String right) {
        // Given
        Metric f1 = registry.create("f1", "");

        // When
        Score score = f1.score(left, Sample.of(right));

        // Then
        assertThat(score).isEqualTo(f1.score(right, Sample.of(left)));
    }

    @Property
    void every_metric_gives_a_value_in_its_range_or_a_reason(
            @ForAll String prediction, @ForAll("sentences") String reference) {
        // Given
        Sample sample = new Sample(List.of(reference, "7"), List.of("red", "green"));

        // When
        Map<MetricType, Score> scores = installed.stream()
                .collect(Collectors.toMap(
                        type -> type, type -> registry.create(type.name(), "").score(prediction, sample)));

        // Then
        assertThat(scores)
                .allSatisfy((type, score) ->
                        assertThat(score.asValue().orElse(type.minimum())).isBetween(type.minimum(), type.maximum()));
    }

    @Property
    void a_further_reference_never_makes_a_score_worse(
            @ForAll("sentences") String prediction,
            @ForAll("sentences") String first,
            @ForAll("sentences") String second) {
        // Given
        Metric f1 = registry.create("f1", "");

        // When
        double both = f1.score(prediction, Sample.of(first, second)).asValue().orElseThrow();

        // Then
        assertThat(both)
                .isEqualTo(Math.max(
                        f1.score(prediction, Sample.of(first)).asValue().orElseThrow(),
                        f1.score(prediction, Sample.of(second)).asValue().orElseThrow()));
    }

    @Provide
    Arbitrary<String> sentences() {
        return Arbitraries.of("the", "a", "cat", "Cat,", "dog", "é", "😀", "2", "")
                .list()
                .ofMaxSize(8)
                .map(words -> String.join(" ", words));
    }
}
