package dev.assay.cli.contamination;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.api.Api;
import dev.assay.cli.api.Query;
import dev.assay.cli.outcome.Failure;
import dev.assay.scoring.contamination.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Reads the items that a run has asked, by pages.
 *
 * @param fields of an item's text, joined; empty: what the prompt shows of the item
 */
public record RunItems(Api api, String run, List<String> fields) {

    private static final int PAGE = 500;

    public RunItems {
        fields = List.copyOf(fields);
    }

    /** All items. @throws Failure if there are none, or one has no text */
    public List<Item> all() {
        List<Item> items = new ArrayList<>();
        String cursor = null;
        do {
            JsonNode page = api.get(Query.run(run, "/items")
                    .with("limit", PAGE)
                    .with("cursor", cursor)
                    .text());
            page.path("items").forEach(item -> items.add(item(item)));
            cursor = page.path("next").asText(null);
        } while (cursor != null);
        if (items.isEmpty()) {
            throw Failure.badInput("The run has no item with an outcome yet; nothing can be looked for.");
        }
        return items;
    }

    private Item item(JsonNode item) {
        String id = item.path("itemId").asText();
        String text = fields.isEmpty()
                ? item.path("text").asText("")
                : fields.stream()
                        .flatMap(name -> shown(item.path("fields").path(name)).stream())
                        .collect(Collectors.joining("\n"));
        if (text.isBlank()) {
            throw Failure.badInput(
                    fields.isEmpty()
                            ? "The prompt shows no text of the item '" + id + "'; name the item's text by --text."
                            : "The item '" + id + "' has none of the fields " + String.join(", ", fields)
                                    + "; name the item's text by --text.");
        }
        return new Item(id, text);
    }

    private static Optional<String> shown(JsonNode value) {
        if (value.isArray()) {
            return Optional.of(StreamSupport.stream(value.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining("\n")));
        }
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
    }
}
