package dev.assay.scoring.metric;

import java.util.List;

/**
 * What a prediction is compared with.
 *
 * @param references right answers, any of which will do; at least one, or nothing can be scored
 * @param choices the options' texts in the order in which they were lettered; empty if the item has none
 */
public record Sample(List<String> references, List<String> choices) {

    public Sample {
        references = List.copyOf(references);
        choices = List.copyOf(choices);
    }

    /** A sample without choices. */
    public static Sample of(String... references) {
        return new Sample(List.of(references), List.of());
    }
}
