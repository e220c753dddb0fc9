package dev.assay.gateway.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FieldCoverageTest {

    @Test
    void says_where_a_field_is_missing_first() {
        // Given
        FieldCoverage coverage = new FieldCoverage();
        coverage.add(1, Set.of("question", "answer"));
        coverage.add(2, Set.of("question", "answer", "hint"));
        coverage.add(7, Set.of("question"));
        coverage.add(8, Set.of("question"));

        // When
        Map<String, FieldCoverage.Field> fields = FieldCoverage.parse(coverage.json());

        // Then
        assertThat(fields)
                .containsEntry("question", new FieldCoverage.Field(4, 0))
                .containsEntry("answer", new FieldCoverage.Field(2, 7))
                .containsEntry("hint", new FieldCoverage.Field(1, 1));
        assertThat(FieldCoverage.missing(fields, "question")).contains(0);
        assertThat(FieldCoverage.missing(fields, "answer")).contains(7);
        assertThat(FieldCoverage.missing(fields, "category")).isEmpty();
    }

    @Test
    void knows_a_bounded_number_of_names() {
        // Given
        FieldCoverage coverage = new FieldCoverage();
        coverage.add(1, IntStream.range(0, 2_000).mapToObj(i -> "f" + i).collect(Collectors.toSet()));

        // When
        Map<String, FieldCoverage.Field> fields = FieldCoverage.parse(coverage.json());

        // Then
        assertThat(fields).hasSize(1_000);
    }
}
