package dev.assay.scoring.translation;

import java.util.Iterator;
import java.util.stream.DoubleStream;

/**
 * Scores of a corpus whose segments were drawn with replacement. Source: sacreBLEU 2.6, {@code significance.py}. Its sums
 * are exact here, where sacreBLEU rounds them to single precision.
 */
public final class Bootstrap {

    private Bootstrap() {}

    /**
     * Mean and spread of the resampled scores.
     *
     * @param statistics of the segments, from {@link TranslationMetric#statistics}
     * @param resamples indices of segments, at least one round
     */
    public static Confidence confidence(TranslationMetric metric, double[][] statistics, Iterator<int[]> resamples) {
        DoubleStream.Builder scores = DoubleStream.builder();
        while (resamples.hasNext()) {
            scores.add(metric.score(sum(metric, statistics, resamples.next())));
        }
        return Confidence.of(scores.build().toArray());
    }

    static double[] sum(TranslationMetric metric, double[][] statistics, int[] indices) {
        double[] sums = new double[metric.width()];
        for (int index : indices) {
            double[] segment = statistics[index];
            for (int i = 0; i < sums.length; i++) {
                sums[i] += segment[i];
            }
        }
        return sums;
    }
}
