package dev.assay.contracts.run;

import dev.assay.contracts.id.ContentHash;

/** A dataset version by its content, and how many items it has (at least one). */
public record DatasetRef(ContentHash hash, int items) {

    public DatasetRef {
        if (items < 1) {
            throw new IllegalArgumentException("a dataset has at least one item");
        }
    }
}
