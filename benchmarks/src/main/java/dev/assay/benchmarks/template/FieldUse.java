package dev.assay.benchmarks.template;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which fields of an item a template looks at.
 *
 * @param required are used in every rendering, so an item without one of them cannot be rendered
 * @param mentioned are used somewhere, {@code required} among them; names that are tested with {@code is defined} or have
 *     a default are here only
 */
public record FieldUse(Set<String> required, Set<String> mentioned) {

    public FieldUse {
        TreeSet<String> all = new TreeSet<>(mentioned);
        all.addAll(required);
        required = Collections.unmodifiableSet(new TreeSet<>(required));
        mentioned = Collections.unmodifiableSet(all);
    }
}
