package dev.assay.scoring.translation;

import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.metric.Sample;
import dev.assay.scoring.metric.Score;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A translation metric under a name: its statistics are what is kept of a sample.
 *
 * @param set scores sets
 * @param single scores one sample; keeps the same statistics
 * @param maximum what a score is cut to: rounding can bring a perfect BLEU to 100.00000000000004
 */
record SetMetric(TranslationMetric set, TranslationMetric single, double maximum) implements CorpusMetric {

    private static final String NO_REFERENCE = "the item has no reference";

    @Override
    public Score score(@Nullable String prediction, Sample sample) {
        if (sample.references().isEmpty()) {
            return new Score.Unscorable(NO_REFERENCE);
        }
        return value(single, single.statistics(text(prediction), sample.references()));
    }

    @Override
    public Evidence evidence(@Nullable String prediction, Sample sample) {
        if (sample.references().isEmpty()) {
            throw new UnscorableException(NO_REFERENCE);
        }
        return Evidence.of(set.statistics(text(prediction), sample.references()));
    }

    @Override
    public boolean isAdditive() {
        return true;
    }

    @Override
    public Score over(List<Evidence> samples) {
        return samples.isEmpty() ? new Score.Unscorable("there is no sample") : value(set, CorpusMetric.sum(samples));
    }

    private Score value(TranslationMetric metric, double[] sums) {
        return Score.of(Math.min(metric.score(sums), maximum));
    }

    /** No extracted answer is an empty translation. */
    private static String text(@Nullable String prediction) {
        return prediction == null ? "" : prediction;
    }
}
