package dev.assay.scoring.translation;

import java.util.List;

/**
 * A metric whose value for any set of segments is a function of sums over them. Immutable and safe for concurrent use.
 *
 * <p>Texts are read once, by {@link #statistics}; a subset, a resample or a shuffled pair of systems is then scored from
 * sums alone.
 */
public sealed interface TranslationMetric permits Bleu, Chrf, Ter {

    /** Its name as sacreBLEU prints it, such as chrF2++. */
    String name();

    /** How many numbers are kept of a segment. */
    int width();

    /**
     * What is kept of a segment.
     *
     * @param references at least one
     * @throws IllegalArgumentException if there is no reference
     */
    double[] statistics(String hypothesis, List<String> references);

    /** The metric of a set of segments in percent, from the sums of their statistics. */
    double score(double[] sums);

    /** What a published score must be accompanied by. */
    Signature signature(References references);

    /** What is kept of each segment of a corpus. */
    default double[][] statistics(Corpus corpus) {
        return corpus.segments().stream()
                .map(segment -> statistics(segment.hypothesis(), segment.references()))
                .toArray(double[][]::new);
    }

    /** The sums over some segments. */
    default double[] sum(double[][] statistics) {
        double[] sums = new double[width()];
        for (double[] segment : statistics) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += segment[i];
            }
        }
        return sums;
    }
}
