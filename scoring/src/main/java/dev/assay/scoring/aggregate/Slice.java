package dev.assay.scoring.aggregate;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A part of a run that is reported on its own.
 *
 * @param category null: all of the model's samples, also those without a category
 */
record Slice(int model, @Nullable String category) implements Comparable<Slice> {

    private static final Comparator<Slice> ORDER = Comparator.comparingInt(Slice::model)
            .thenComparing(Slice::isCategory)
            .thenComparing(slice -> slice.category == null ? "" : slice.category);

    private boolean isCategory() {
        return category != null;
    }

    /** By model, each model's whole first, then its categories by name. */
    @Override
    public int compareTo(Slice other) {
        return ORDER.compare(this, other);
    }
}
