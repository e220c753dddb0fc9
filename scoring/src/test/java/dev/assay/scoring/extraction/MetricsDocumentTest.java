package dev.assay.scoring.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.scoring.definition.Parameter;
import dev.assay.scoring.metric.MetricRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be written in a task file is documented. */
class MetricsDocumentTest {

    @Test
    void every_filter_and_metric_stands_in_the_document_with_its_parameters() throws IOException {
        // Given
        List<String> rows = Files.readAllLines(document());

        // When
        Stream<List<String>> filters =
                FilterRegistry.standard().types().stream().map(type -> names(type.names(), type.parameters()));
        Stream<List<String>> metrics = MetricRegistry.standard().types().stream()
                .map(type -> names(Stream.of(type.name()), type.parameters()));

        // Then
        assertThat(Stream.concat(filters, metrics))
                .allSatisfy(names -> assertThat(rows)
                        .anySatisfy(row -> assertThat(row).startsWith("| ").contains(names)));
    }

    private static List<String> names(Stream<String> names, List<Parameter> parameters) {
        boolean likeAfter = parameters.stream().anyMatch(p -> p.name().equals("optional"));
        // The row of "before" refers to that of "after".
        Stream<String> own =
                likeAfter ? Stream.of("match") : parameters.stream().map(Parameter::name);
        return Stream.concat(names, own).map(name -> "`" + name + "`").toList();
    }

    private static Path document() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("docs").resolve("metrics.md"))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow();
    }
}
