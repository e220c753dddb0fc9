package dev.assay.scoring.aggregate;

import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.repeats.RepeatFold;
import dev.assay.scoring.statistics.ExactSum;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** One metric over the repeats of one item. Reused for item after item. */
final class ItemFold {

    private final RepeatFold fold;
    private final List<RepeatFold.Repeat> repeats = new ArrayList<>();
    private final ExactSum sum = new ExactSum();
    private double first;
    private long samples;
    private long scored;
    private long unextracted;
    private final List<CorpusMetric.Evidence> evidence = new ArrayList<>();

    ItemFold(RepeatFold fold) {
        this.fold = fold;
    }

    void clear() {
        repeats.clear();
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
        if (!(fold instanceof RepeatFold.Mean)) {
            repeats.add(new RepeatFold.Repeat(score.value(), score.answer()));
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

    /** Of the repeats that have a score; empty if they are too few. */
    OptionalDouble value() {
        if (fold instanceof RepeatFold.Mean) {
            return scored == 0 ? OptionalDouble.empty() : OptionalDouble.of(mean());
        }
        return fold.of(repeats);
    }

    /** Of all repeats, those without a score taken to have this one. */
    double valueWithMissing(double missing) {
        if (fold instanceof RepeatFold.Mean) {
            return meanWithMissing(missing);
        }
        if (fold.needsAnswers() && scored < samples) {
            return missing;
        }
        List<RepeatFold.Repeat> all = new ArrayList<>(repeats);
        for (long i = scored; i < samples; i++) {
            all.add(new RepeatFold.Repeat(missing, null));
        }
        return fold.of(all).orElse(missing);
    }

    private double mean() {
        return scored == 1 ? first : sum.dividedBy(scored);
    }

    private double meanWithMissing(double missing) {
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
