package dev.assay.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What the simulator knows of its own answers. A model that it did not serve is simply not in it.
 *
 * @param answer of {@code /simulator/truth}
 */
public record Truth(JsonNode answer) {

    static final Truth NONE = new Truth(MissingNode.getInstance());

    public static Truth none() {
        return NONE;
    }

    boolean isKnown() {
        return !answer.path("models").isEmpty();
    }

    /** The share of the model's answers that were right. */
    JsonNode accuracy(String model) {
        return of(model).path("accuracy");
    }

    JsonNode accuracy(String model, String category) {
        return of(model).path("byCategory").path(category).path("accuracy");
    }

    /** The chance of a right answer that the model was given, over the same items. */
    JsonNode planted(String model) {
        return of(model).path("planted");
    }

    private JsonNode of(String model) {
        for (JsonNode entry : answer.path("models")) {
            if (entry.path("model").asText().equals(model)) {
                return entry;
            }
        }
        return MissingNode.getInstance();
    }
}
