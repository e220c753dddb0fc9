package dev.assay.scoring.summary;

/**
 * What ROUGE says of one prediction and one target; each between 0 and 1, more is better.
 *
 * @param precision the share of the prediction that the target has too
 * @param recall the share of the target that the prediction has too
 * @param fmeasure the harmonic mean of both; 0 if both are
 */
public record RougeScore(double precision, double recall, double fmeasure) {

    static final RougeScore NONE = new RougeScore(0, 0, 0);

    /** From what is shared and how much there is of each; a side that has nothing counts as one. */
    static RougeScore ofCounts(int shared, int predicted, int expected) {
        double precision = (double) shared / Math.max(predicted, 1);
        double recall = (double) shared / Math.max(expected, 1);
        double sum = precision + recall;
        return new RougeScore(precision, recall, sum > 0 ? 2 * precision * recall / sum : 0);
    }
}
