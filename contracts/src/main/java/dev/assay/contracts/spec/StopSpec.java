package dev.assay.contracts.spec;

import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.run.StopRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The question that ends a run early, as its author wrote it.
 *
 * @param metric the label of a metric; null: the first one
 * @param value a threshold or a width; null where the goal has none
 * @param models two, or none
 * @param atLeast items that are asked in any case; null: the usual number
 * @param futility a distance that does not matter, or null
 */
public record StopSpec(
        @Nullable String metric,
        StopRule.Goal goal,
        @Nullable Double value,
        List<ModelId> models,
        double confidence,
        @Nullable Integer atLeast,
        @Nullable Double futility,
        StopRule.About about) {

    /** The most models that a run may rank: there are 190 pairs of them. */
    public static final int MOST_RANKED = 20;

    static final double DEFAULT_CONFIDENCE = 0.95;

    /** Fewer items say little of how the answers look, whatever the bets have won. */
    static final int DEFAULT_AT_LEAST = 50;

    public StopSpec {
        models = List.copyOf(models);
    }

    /** The complete rule. @param first the label of the benchmark's first metric */
    public StopRule about(String first) {
        return new StopRule(
                metric == null ? first : metric,
                goal,
                value,
                models,
                confidence,
                atLeast == null ? DEFAULT_AT_LEAST : atLeast,
                futility,
                about);
    }
}
