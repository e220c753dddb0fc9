package dev.assay.contracts.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scorer must know of a sample besides the answer. It travels with the task and comes back with the outcome.
 *
 * @param itemId the item's id in its dataset
 * @param category the item's category, or null
 * @param references right answers, at least one
 * @param choices options of a multiple-choice item, else empty
 */
public record SampleContext(
        String itemId,
        @Nullable String category,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> references,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> choices) {

    public SampleContext {
        references = references == null ? List.of() : List.copyOf(references);
        choices = choices == null ? List.of() : List.copyOf(choices);
    }
}
