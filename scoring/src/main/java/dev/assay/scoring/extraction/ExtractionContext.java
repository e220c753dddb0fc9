package dev.assay.scoring.extraction;

import java.util.List;

/**
 * What a filter may know of the item besides the answer. The right answer is not among it.
 *
 * @param choices the options' texts in the order in which they were lettered; empty if the item has none
 */
public record ExtractionContext(List<String> choices) {

    public ExtractionContext {
        choices = List.copyOf(choices);
    }

    /** The context of an item without choices. */
    public static ExtractionContext none() {
        return new ExtractionContext(List.of());
    }
}
