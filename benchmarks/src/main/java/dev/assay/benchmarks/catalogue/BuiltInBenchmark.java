package dev.assay.benchmarks.catalogue;

import dev.assay.benchmarks.dataset.DatasetReader;
import dev.assay.contracts.run.BenchmarkDefinition;

/**
 * A benchmark that comes with Assay. Immutable.
 *
 * @param definition complete, its dataset pinned by the hash of the items
 * @param description one or two sentences for people
 * @param yaml the definition as it stands in the catalogue, for people to read and copy
 */
public record BuiltInBenchmark(BenchmarkDefinition definition, String description, String yaml) {

    public String name() {
        return definition.name();
    }

    /** Opens its items; close the reader. They have been read once before, so nothing is wrong with them. */
    public DatasetReader openItems() {
        return CatalogueFiles.items(name());
    }
}
