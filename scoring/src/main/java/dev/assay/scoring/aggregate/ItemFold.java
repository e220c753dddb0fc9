package dev.assay.scoring.aggregate;

import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.statistics.ExactSum;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One metric over the repeats of one item. Reused for item after item. */
final class ItemFold {

    private final ExactSum sum = new ExactSum();
    private double first;
    private long samples;
    private long scored;
    private long unextracted;
    private final List<CorpusMetric.Evidence> evidence = new ArrayList<>();

    void clear() {
        if (scored > 1) {
            sum.clear();
        }
        samples = 0;
        scored = 0;
        unextracted = 0;
        evidence.clear();
    }

    void add(@Nullable MetricScore score) {
        samples++;
        if (score == null) {
            return;
        }
        unextracted += score.extracted() ? 0 : 1;
        scored++;
        if (score.evidence() != null) {
            evidence.add(score.evidence());
        }
        // A single repeat, the usual case, needs no sum.
        if (scored == 1) {
            first = score.value();
        } else {
            if (scored == 2) {
                sum.add(first);
            }
            sum.add(score.value());
        }
    }

    long samples() {
        return samples;
    }

    long scored() {
        return scored;
    }

    long unextracted() {
        return unextracted;
    }

    /** Of the repeats that have a score, for a metric of a set; a copy. */
    List<CorpusMetric.Evidence> evidence() {
        return List.copyOf(evidence);
    }

    /** Over the repeats that have a score; there must be one. */
    double mean() {
        return scored == 1 ? first : sum.dividedBy(scored);
    }

    /** Over all repeats, those without a score taken to have this one. */
    double meanWithMissing(double missing) {
        if (scored == samples) {
            return mean();
        }
        if (scored == 0) {
            return missing;
        }
        ExactSum all = new ExactSum();
        if (scored == 1) {
            all.add(first);
        } else {
            all.add(sum);
        }
        for (long i = scored; i < samples; i++) {
            all.add(missing);
        }
        return all.dividedBy(samples);
    }
}
