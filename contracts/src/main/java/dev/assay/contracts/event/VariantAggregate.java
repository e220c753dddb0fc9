package dev.assay.contracts.event;

import dev.assay.contracts.id.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * What one variant does to one metric of one model, on the items that have a score in both forms.
 *
 * @param variant its label; null: the worst of all forms of an item, the original one among them
 * @param metric the metric's label
 * @param items how many are compared
 * @param asked how many samples have this form; of the worst, how many have the original one
 * @param original mean score of these items as they are
 * @param value mean score in this form
 * @param difference {@code value} less {@code original}
 * @param low lower end of the 95 % interval of the difference; null for a single item
 * @param high its upper end
 * @param changed share of the items whose extracted answer is another one; of the worst, in any form
 * @param better items whose score is better in this form
 * @param worse items whose score is worse in this form
 */
public record VariantAggregate(
        ModelId model,
        @Nullable String variant,
        String metric,
        long items,
        long asked,
        double original,
        double value,
        double difference,
        @Nullable Double low,
        @Nullable Double high,
        double changed,
        long better,
        long worse) {}
