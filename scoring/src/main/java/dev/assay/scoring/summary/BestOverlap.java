package dev.assay.scoring.summary;

import dev.assay.scoring.metric.Metric;
import dev.assay.scoring.metric.Sample;
import dev.assay.scoring.metric.Score;
import dev.assay.scoring.pattern.PatternLimitException;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The best of what a prediction shares with each reference.
 *
 * @param overlap prepares a prediction once for all references
 */
record BestOverlap(Function<String, ToDoubleFunction<String>> overlap) implements Metric {

    @Override
    public Score score(@Nullable String prediction, Sample sample) {
        if (prediction == null) {
            return Score.best(sample.references(), reference -> Score.WRONG);
        }
        try {
            ToDoubleFunction<String> prepared = overlap.apply(prediction);
            return Score.best(sample.references(), reference -> Score.of(prepared.applyAsDouble(reference)));
        } catch (PatternLimitException tooLarge) {
            return new Score.Unscorable(String.valueOf(tooLarge.getMessage()));
        }
    }
}
