package dev.assay.scoring.aggregate;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sample as it ended. Every planned sample has a row in the end, those never tried as cancelled, or coverage would be
 * too high.
 *
 * @param model the model's place in the run
 * @param category the item's category; null if it has none
 * @param item the item's place in the run
 * @param repeat from 0
 * @param outcome what became of it
 * @param scores by metric label; a label is missing where the metric could not score the item
 */
public record SampleRow(
        int model,
        @Nullable String category,
        long item,
        int repeat,
        OutcomeKind outcome,
        Map<String, MetricScore> scores) {

    public SampleRow {
        scores = Map.copyOf(scores);
        if (outcome != OutcomeKind.ANSWERED && !scores.isEmpty()) {
            throw new IllegalArgumentException("a sample that was not answered has no scores");
        }
    }
}
