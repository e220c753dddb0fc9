package dev.assay.benchmarks.dataset;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Items as the file has them, before ids and required fields are looked at. Not safe for use by many threads. */
sealed interface ItemSource permits JsonLines, JsonArray, CsvTable {

    /**
     * The next item, or null at the end.
     *
     * @throws InvalidDatasetException at the first thing that is wrong; the source must not be used afterwards
     */
    @Nullable
    RawItem next() throws IOException;

    /** An item's fields and the line where it begins. */
    record RawItem(int line, Map<String, @Nullable Object> fields) {}
}
