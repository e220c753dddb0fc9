package dev.assay.contracts.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.json.EventJson;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the data of an author's own benchmark is. */
public sealed interface DatasetSource {

    /** A file beside the spec, for the command line to upload: a server never opens it. */
    record File(String path) implements DatasetSource {}

    /**
     * Items in the spec itself, at least one.
     *
     * @param items by field: text, numbers (whole ones as Integer, Long or BigInteger, others as BigDecimal), booleans,
     *     nulls, and lists and maps of these
     */
    record Inline(List<Map<String, @Nullable Object>> items) implements DatasetSource {

        public Inline {
            items = List.copyOf(items);
        }

        /** One JSON object per line, as a dataset file would hold them. */
        public String jsonLines() {
            ObjectMapper mapper = EventJson.mapper();
            StringBuilder lines = new StringBuilder();
            try {
                for (Map<String, @Nullable Object> item : items) {
                    lines.append(mapper.writeValueAsString(item)).append('\n');
                }
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("plain values can always be written", e);
            }
            return lines.toString();
        }

        @Override
        public List<Map<String, @Nullable Object>> items() {
            return Collections.unmodifiableList(items);
        }
    }

    /** A dataset version that was uploaded before. */
    record Stored(ContentHash hash) implements DatasetSource {}
}
