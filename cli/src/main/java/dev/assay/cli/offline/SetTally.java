package dev.assay.cli.offline;

import dev.assay.scoring.aggregate.SetUnits;
import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.metric.CorpusMetric.Evidence;
import dev.assay.scoring.metric.Score;
import dev.assay.scoring.resampling.Resamples;
import dev.assay.scoring.statistics.Interval;
import dev.assay.scoring.statistics.Quantiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A metric of the whole set, such as corpus BLEU. Keeps what the metric keeps of each row, and no text.
 *
 * <p>The interval is the bootstrap's, by quantiles: rows, or whole clusters, are drawn again with replacement.
 */
final class SetTally {

    /** A resample may be one for which the metric is not defined, but not many. */
    private static final double DEFINED = 0.9;

    private final CorpusMetric metric;
    private final List<Evidence> set = new ArrayList<>();
    private final List<String> clusters = new ArrayList<>();

    SetTally(CorpusMetric metric) {
        this.metric = metric;
    }

    void add(Evidence evidence, @Nullable String cluster) {
        set.add(evidence);
        if (cluster != null) {
            clusters.add(cluster);
        }
    }

    Figure figure(Sureness sureness) {
        return switch (metric.over(set)) {
            case Score.Value value -> figure(value.value(), sureness);
            case Score.Unscorable undefined -> Figure.undefined(undefined.reason());
        };
    }

    private Figure figure(double value, Sureness sureness) {
        List<List<Evidence>> units = units();
        Optional<Interval> interval = units.size() < 2 ? Optional.empty() : interval(units, sureness);
        String method = "bootstrap-" + Percent.of(sureness.confidence());
        return new Figure(Optional.of(value), interval, interval.isEmpty() ? Figure.NO_METHOD : method);
    }

    private List<List<Evidence>> units() {
        if (clusters.isEmpty()) {
            return set.stream().map(List::of).toList();
        }
        return Resamples.members(clusters).values().stream()
                .map(places -> places.stream().map(set::get).toList())
                .toList();
    }

    private Optional<Interval> interval(List<List<Evidence>> units, Sureness sureness) {
        double[] values = SetUnits.of(metric, units)
                .resampled(sureness.resamples(), units.size(), new SplittableRandom(sureness.seed()));
        if (values.length < DEFINED * sureness.resamples()) {
            return Optional.empty();
        }
        Quantiles quantiles = new Quantiles(values);
        double tail = (1 - sureness.confidence()) / 2;
        return Optional.of(new Interval(quantiles.at(tail), quantiles.at(1 - tail)));
    }
}
