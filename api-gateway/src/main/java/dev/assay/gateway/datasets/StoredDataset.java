package dev.assay.gateway.datasets;

import dev.assay.contracts.id.ContentHash;
import java.util.Map;
import java.util.Optional;

/**
 * A dataset that is stored.
 *
 * @param key under which its items are stored
 * @param fields which of its items have which fields
 */
public record StoredDataset(
        long key, ContentHash hash, int items, long bytes, Map<String, FieldCoverage.Field> fields) {

    public StoredDataset {
        fields = Map.copyOf(fields);
    }

    /**
     * The line of the first item that lacks a field: empty if all have it, 0 if none has it as far as is known.
     */
    public Optional<Integer> firstLineWithout(String field) {
        int line = FieldCoverage.missing(fields, field).orElse(-1);
        return switch (line) {
            case -1 -> Optional.of(0);
            case 0 -> Optional.empty();
            default -> Optional.of(line);
        };
    }
}
