package dev.assay.benchmarks.dataset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One item of a dataset. Immutable.
 *
 * @param index its place among the items, from 0
 * @param id its field {@code id} where it has one, else {@code "item-"} and the index
 * @param fields names and values in the order of the file. A value is a String, Boolean, Long, BigInteger, finite Double,
 *     null, or an unmodifiable List or Map of such values
 * @param line the line where it begins, from 1
 */
public record DatasetItem(int index, String id, Map<String, @Nullable Object> fields, int line) {

    public DatasetItem {
        if (index < 0 || line < 1 || id.isBlank()) {
            throw new IllegalArgumentException("an item has an index, an id and a line");
        }
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The item's fields as canonical JSON, see {@link CanonicalJson}. The index, line and a made-up id are not in it. */
    public String canonicalJson() {
        return CanonicalJson.write(fields);
    }
}
