package dev.assay.scoring.translation;

/** The F score of chrF from the n-gram counts of each order. */
final class ChrfFormula {

    private static final double EPSILON = 1e-16;

    private ChrfFormula() {}

    /** In percent, from triples of n-grams of the hypothesis, of the reference, and common to both. */
    static double score(double[] counts, ChrfSettings by) {
        return by.epsilonSmoothing() ? meanOfScores(counts, by) : scoreOfMeans(counts, by);
    }

    private static double meanOfScores(double[] counts, ChrfSettings by) {
        double factor = (double) by.beta() * by.beta();
        double sum = 0;
        for (int i = 0; i < counts.length; i += 3) {
            double precision = counts[i] > 0 ? counts[i + 2] / counts[i] : EPSILON;
            double recall = counts[i + 1] > 0 ? counts[i + 2] / counts[i + 1] : EPSILON;
            double divisor = factor * precision + recall;
            sum += divisor > 0 ? (1 + factor) * precision * recall / divisor : EPSILON;
        }
        return 100 * sum / by.orders();
    }

    private static double scoreOfMeans(double[] counts, ChrfSettings by) {
        double factor = (double) by.beta() * by.beta();
        double precision = 0;
        double recall = 0;
        int orders = 0;
        for (int i = 0; i < counts.length; i += 3) {
            if (counts[i] > 0 && counts[i + 1] > 0) {
                precision += counts[i + 2] / counts[i];
                recall += counts[i + 2] / counts[i + 1];
                orders++;
            }
        }
        if (precision + recall == 0) {
            return 0;
        }
        precision /= orders;
        recall /= orders;
        return 100 * ((1 + factor) * precision * recall / (factor * precision + recall));
    }
}
