package dev.assay.gateway.catalogue;

import dev.assay.benchmarks.catalogue.BuiltInBenchmark;
import dev.assay.benchmarks.dataset.DatasetReader;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.gateway.datasets.ReadDataset;
import java.util.List;
import java.util.Objects;

/** A benchmark that comes with the installation, and its items. */
public record BuiltIn(BenchmarkDefinition definition, String description, ReadDataset data) {

    static BuiltIn of(BuiltInBenchmark benchmark) {
        try (DatasetReader items = benchmark.openItems()) {
            return new BuiltIn(benchmark.definition(), benchmark.description(), ReadDataset.of(items));
        }
    }

    public String name() {
        return definition.name();
    }

    /** The categories of its items, in alphabetical order. */
    List<String> categories() {
        String field = definition.category();
        return data.items().stream()
                .map(item -> item.fields().get(field))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .distinct()
                .sorted()
                .toList();
    }
}
