package dev.assay.contracts.event;

import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.id.EventId;
import dev.assay.contracts.id.GroupId;
import java.time.Instant;
import java.util.List;

/**
 * Some items of a dataset version, keyed by its hash. All chunks of it together are the dataset; a chunk may come
 * again.
 *
 * @param firstItem position of the first item here
 * @param totalItems how many the dataset has
 * @param itemIds id of each item here
 * @param items each item's canonical JSON object, as text; at most 512 KiB together or one item
 */
public record DatasetChunk(
        EventId eventId,
        Instant occurredAt,
        GroupId groupId,
        ContentHash dataset,
        int firstItem,
        int totalItems,
        List<String> itemIds,
        List<String> items) {

    public DatasetChunk {
        itemIds = List.copyOf(itemIds);
        items = List.copyOf(items);
        if (itemIds.size() != items.size()) {
            throw new IllegalArgumentException("each item of a chunk has one id");
        }
        if (firstItem < 0 || items.size() > totalItems - firstItem) {
            throw new IllegalArgumentException("a chunk lies within its dataset");
        }
    }
}
