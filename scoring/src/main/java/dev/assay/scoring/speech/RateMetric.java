package dev.assay.scoring.speech;

import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.metric.Sample;
import dev.assay.scoring.metric.Score;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * An error rate under a name: counts are kept of a sample, and added for a set. Of several references the one with the
 * lowest rate counts, the first of equals.
 *
 * @param counts of a reference and a hypothesis
 * @param rate of counts
 */
record RateMetric(BiFunction<String, String, double[]> counts, ToDoubleFunction<double[]> rate)
        implements CorpusMetric {

    @Override
    public Score score(@Nullable String prediction, Sample sample) {
        try {
            return Score.of(rate.applyAsDouble(best(prediction, sample)));
        } catch (UnscorableException unscorable) {
            return new Score.Unscorable(String.valueOf(unscorable.getMessage()));
        }
    }

    @Override
    public Evidence evidence(@Nullable String prediction, Sample sample) {
        return Evidence.of(best(prediction, sample));
    }

    @Override
    public boolean isAdditive() {
        return true;
    }

    @Override
    public Score over(List<Evidence> set) {
        return set.isEmpty()
                ? new Score.Unscorable("there is no sample")
                : Score.of(rate.applyAsDouble(CorpusMetric.sum(set)));
    }

    private double[] best(@Nullable String prediction, Sample sample) {
        double[] best = null;
        for (String reference : sample.references()) {
            double[] found = counts.apply(reference, prediction == null ? "" : prediction);
            if (best == null || rate.applyAsDouble(found) < rate.applyAsDouble(best)) {
                best = found;
            }
        }
        if (best == null) {
            throw new UnscorableException("the item has no reference");
        }
        return best;
    }
}
