package dev.assay.scoring.classification;

import dev.assay.scoring.statistics.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Whether predicted probabilities are true frequencies. Pure functions. */
public final class Calibration {

    private static final double LEAST = Math.ulp(1.0);

    private Calibration() {}

    /** How probabilities are put into bins. */
    public enum Binning {
        /** Bins equally wide. */
        UNIFORM,
        /** Bins between quantiles, about equally full. */
        QUANTILE
    }

    /**
     * A bin that is not empty.
     *
     * @param predicted the mean predicted probability
     * @param observed the share of positives
     * @param count how many
     */
    public record Bin(double predicted, double observed, long count) {}

    /**
     * Mean of -ln of the probability given to what was true, probabilities kept 2⁻⁵² away from 0 and 1. Reference:
     * {@code sklearn.metrics.log_loss}.
     */
    public static double logLoss(boolean[] positive, double[] probability) {
        require(positive, probability);
        return IntStream.range(0, positive.length)
                .mapToDouble(i -> {
                    double p = Math.clamp(probability[i], LEAST, 1 - LEAST);
                    return -StrictMath.log(positive[i] ? p : 1 - p);
                })
                .average()
                .orElseThrow();
    }

    /** Brier's score: the mean squared difference of probability and truth (1 or 0). */
    public static double brier(boolean[] positive, double[] probability) {
        require(positive, probability);
        return IntStream.range(0, positive.length)
                .mapToDouble(i -> {
                    double off = probability[i] - (positive[i] ? 1 : 0);
                    return off * off;
                })
                .average()
                .orElseThrow();
    }

    /** The reliability curve; bins include their upper edge. Reference: {@code sklearn.calibration.calibration_curve}. */
    public static List<Bin> curve(boolean[] positive, double[] probability, int bins, Binning binning) {
        require(positive, probability);
        double[] edges = edges(probability, bins, binning);
        double[] predicted = new double[bins];
        double[] observed = new double[bins];
        long[] counts = new long[bins];
        for (int i = 0; i < probability.length; i++) {
            double p = probability[i];
            int bin = (int) Arrays.stream(edges).filter(edge -> edge < p).count();
            predicted[bin] += p;
            observed[bin] += positive[i] ? 1 : 0;
            counts[bin]++;
        }
        List<Bin> curve = new ArrayList<>();
        for (int b = 0; b < bins; b++) {
            if (counts[b] > 0) {
                curve.add(new Bin(predicted[b] / counts[b], observed[b] / counts[b], counts[b]));
            }
        }
        return curve;
    }

    /** The inner edges. Multiples of the step are rounded as in numpy's linspace, since data often lie on an edge. */
    private static double[] edges(double[] probability, int bins, Binning binning) {
        if (bins < 1) {
            throw new IllegalArgumentException("at least one bin is needed");
        }
        double step = 1.0 / bins;
        double[] edges = IntStream.range(1, bins).mapToDouble(i -> i * step).toArray();
        return switch (binning) {
            case UNIFORM -> edges;
            case QUANTILE -> {
                Quantiles quantiles = new Quantiles(probability);
                yield Arrays.stream(edges)
                        .map(edge -> quantiles.at(edge * 100 / 100))
                        .toArray();
            }
        };
    }

    private static void require(boolean[] positive, double[] probability) {
        if (positive.length == 0
                || positive.length != probability.length
                || !Arrays.stream(probability).allMatch(p -> p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("every label needs a probability between 0 and 1");
        }
    }
}
