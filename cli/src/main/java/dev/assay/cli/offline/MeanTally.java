package dev.assay.cli.offline;

import dev.assay.scoring.metric.MetricType;
import dev.assay.scoring.statistics.ClusteredMean;
import dev.assay.scoring.statistics.Estimate;
import dev.assay.scoring.statistics.Interval;
import dev.assay.scoring.statistics.Moments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** The mean of rows' scores. Keeps no rows, but their scores if they come in clusters. */
final class MeanTally {

    private final MetricType type;
    private final Moments moments = new Moments();
    private final Map<String, DoubleStream.Builder> clusters = new LinkedHashMap<>();

    MeanTally(MetricType type) {
        this.type = type;
    }

    void add(double score, @Nullable String cluster) {
        moments.add(score);
        if (cluster != null) {
            clusters.computeIfAbsent(cluster, name -> DoubleStream.builder()).add(score);
        }
    }

    Figure figure(Sureness sureness) {
        Optional<Estimate> estimate = moments.estimate(sureness.confidence(), type.minimum(), type.maximum());
        if (estimate.isEmpty()) {
            return Figure.none();
        }
        Estimate simple = estimate.get();
        if (clusters.isEmpty()) {
            return new Figure(Optional.of(simple.mean()), simple.interval(), simple.intervalName());
        }
        List<double[]> values = clusters.values().stream()
                .map(cluster -> cluster.build().toArray())
                .toList();
        ClusteredMean mean = new ClusteredMean(values);
        if (mean.clusters() < 2) {
            return new Figure(Optional.of(simple.mean()), Optional.empty(), Figure.NO_METHOD);
        }
        return new Figure(
                Optional.of(simple.mean()),
                Optional.of(clustered(mean, sureness.confidence())),
                "clustered-" + Percent.of(sureness.confidence()));
    }

    private Interval clustered(ClusteredMean mean, double confidence) {
        if (type.minimum() == 0 && type.maximum() == 1) {
            return Interval.gradedWilson(
                    mean.clusters(),
                    Math.clamp(mean.mean(), 0, 1),
                    mean.unbiasedStandardError(),
                    mean.degrees(),
                    confidence);
        }
        return mean.interval(confidence).within(type.minimum(), type.maximum());
    }
}
