package dev.assay.scoring.classification;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How far confidence and accuracy differ, over bins of confidence.
 *
 * <p>Reference: the general calibration error of Nixon et al. (2019) as in {@code hendrycks/test calib_tools.py}. Even
 * bins are equally wide and hold their lower edge (a confidence of exactly 1 is a bin of its own); adaptive bins begin at
 * every (n / bins)th value, also of equal ones. Immutable but for its arrays, which are not to be changed.
 *
 * @param labels each sample's true class
 * @param probabilities of every sample, one for each class
 */
public record CalibrationError(int[] labels, double[][] probabilities) {

    public CalibrationError {
        if (labels.length == 0 || labels.length != probabilities.length) {
            throw new IllegalArgumentException(
                    "%d labels and %d rows of probabilities".formatted(labels.length, probabilities.length));
        }
        int classes = probabilities[0].length;
        if (Arrays.stream(probabilities).anyMatch(row -> row.length != classes)
                || !Arrays.stream(labels).allMatch(label -> label >= 0 && label < classes)) {
            throw new IllegalArgumentException("every class needs a probability in every row");
        }
    }

    /** Expected calibration error (ECE): of the top class, even bins; Σ share × |accuracy - confidence|. */
    public double expected(int bins) {
        return expected(top(), tops(), bins);
    }

    /**
     * The expected calibration error of confidences, however they came about.
     *
     * @param confidence between 0 and 1
     * @param right 1 for a right answer, 0 for a wrong one
     */
    public static double expected(double[] confidence, double[] right, int bins) {
        return bins(confidence, right, evenEdges(bins)).absolute();
    }

    /** In which of the even bins a confidence is, from 0 to the number of bins, which is that of exactly 1. */
    static int evenBin(double confidence, int bins) {
        return bin(confidence, evenEdges(bins));
    }

    /** Static calibration error: the mean over classes, all probabilities in even bins. */
    public double statically(int bins) {
        return overClasses((probability, truth) ->
                bins(probability, truth, evenEdges(bins)).absolute());
    }

    /** Adaptive calibration error: the mean over classes, bins equally full. */
    public double adaptively(int bins) {
        return overClasses((p, truth) -> bins(p, truth, adaptiveEdges(p, bins)).absolute());
    }

    /**
     * Root-mean-square calibration error of the top class in adaptive bins of about so many samples, as in its reference
     * file: the share of a bin is squared together with its difference, and the root is taken twice. Comparable with
     * published values of that file, not with the textbook's; for that see {@link #rootMeanSquare}.
     *
     * @return empty if there are too few samples for two bins
     */
    public OptionalDouble rootMeanSquareOfReference(int samplesPerBin) {
        return topBins(samplesPerBin, bins -> StrictMath.sqrt(StrictMath.sqrt(bins.squaredWithShare())));
    }

    /**
     * √ Σ share × (accuracy - confidence)², of the top class in adaptive bins of about so many samples.
     *
     * @return empty if there are too few samples for two bins
     */
    public OptionalDouble rootMeanSquare(int samplesPerBin) {
        return topBins(samplesPerBin, bins -> StrictMath.sqrt(bins.squared()));
    }

    private OptionalDouble topBins(int samplesPerBin, ToDoubleFunction<Bins> error) {
        int bins = labels.length / samplesPerBin;
        double[] p = top();
        return bins < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(error.applyAsDouble(bins(p, tops(), adaptiveEdges(p, bins))));
    }

    /** Brier's score over all classes: the mean of Σ (probability - truth)²; from 0 to 2. */
    public double brier() {
        return IntStream.range(0, labels.length)
                .mapToDouble(i -> IntStream.range(0, probabilities[i].length)
                        .mapToDouble(c -> probabilities[i][c] - (labels[i] == c ? 1 : 0))
                        .map(off -> off * off)
                        .sum())
                .average()
                .orElseThrow();
    }

    /** Brier's score of the second of two classes alone: half of {@link #brier} then; from 0 to 1. */
    public double binaryBrier() {
        return IntStream.range(0, labels.length)
                .mapToDouble(i -> probabilities[i][1] - (labels[i] == 1 ? 1 : 0))
                .map(off -> off * off)
                .average()
                .orElseThrow();
    }

    private double[] top() {
        return Arrays.stream(probabilities).mapToDouble(row -> row[argmax(row)]).toArray();
    }

    private double[] tops() {
        return IntStream.range(0, labels.length)
                .mapToDouble(i -> argmax(probabilities[i]) == labels[i] ? 1 : 0)
                .toArray();
    }

    private static int argmax(double[] row) {
        int best = 0;
        for (int c = 1; c < row.length; c++) {
            best = row[c] > row[best] ? c : best;
        }
        return best;
    }

    private double overClasses(ToDoubleBiFunction<double[], double[]> error) {
        int classes = probabilities[0].length;
        return IntStream.range(0, classes)
                .mapToDouble(c -> {
                    // A class's probabilities of exactly 0 are passed over, as the reference's threshold has it.
                    int[] kept = IntStream.range(0, labels.length)
                            .filter(i -> probabilities[i][c] > 0)
                            .toArray();
                    double[] p = Arrays.stream(kept)
                            .mapToDouble(i -> probabilities[i][c])
                            .toArray();
                    double[] truth = Arrays.stream(kept)
                            .mapToDouble(i -> labels[i] == c ? 1 : 0)
                            .toArray();
                    return kept.length == 0 ? 0 : error.applyAsDouble(p, truth) / classes;
                })
                .sum();
    }

    private static double[] evenEdges(int bins) {
        double step = 1.0 / bins;
        return IntStream.rangeClosed(1, bins)
                .mapToDouble(i -> i == bins ? 1 : i * step)
                .toArray();
    }

    private static double[] adaptiveEdges(double[] p, int bins) {
        double[] sorted = p.clone();
        Arrays.sort(sorted);
        double step = (double) p.length / Math.max(bins, 1);
        return IntStream.range(1, bins)
                .map(i -> Math.min((int) Math.rint(i * step), p.length - 1))
                .mapToDouble(i -> sorted[i])
                .toArray();
    }

    private static Bins bins(double[] p, double[] truth, double[] upperEdges) {
        double[] off = new double[upperEdges.length + 1];
        long[] counts = new long[off.length];
        for (int i = 0; i < p.length; i++) {
            int bin = bin(p[i], upperEdges);
            off[bin] += truth[i] - p[i];
            counts[bin]++;
        }
        return new Bins(off, counts, p.length);
    }

    private static int bin(double value, double[] upperEdges) {
        return (int) Arrays.stream(upperEdges).filter(edge -> edge <= value).count();
    }

    private record Bins(double[] off, long[] counts, int total) {

        double absolute() {
            return Arrays.stream(off).map(Math::abs).sum() / total;
        }

        double squaredWithShare() {
            return Arrays.stream(off).map(x -> x / total * (x / total)).sum();
        }

        double squared() {
            return IntStream.range(0, off.length)
                    .filter(b -> counts[b] > 0)
                    .mapToDouble(b -> off[b] * off[b] / counts[b] / total)
                    .sum();
        }
    }
}
