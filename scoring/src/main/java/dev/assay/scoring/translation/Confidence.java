package dev.assay.scoring.translation;

import java.util.Arrays;

/**
 * What resampling says of a score.
 *
 * @param mean of the resampled scores
 * @param halfWidth half the distance between the ends of their central 95 percent
 */
public record Confidence(double mean, double halfWidth) {

    /**
     * Of resampled scores, at least one. The ends are those of sacreBLEU: a fortieth of the sorted scores, rounded down,
     * is cut off on each side.
     */
    public static Confidence of(double[] scores) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        int cut = sorted.length / 40;
        double width = sorted[sorted.length - cut - 1] - sorted[cut];
        return new Confidence(Arrays.stream(sorted).average().orElseThrow(), width / 2);
    }

    /** A score in sacreBLEU's form, such as {@code 20.73 (μ = 20.81 ± 9.49)}. */
    String after(String score) {
        return mean > 0
                ? "%s (\u03bc = %s \u00b1 %s)".formatted(score, Decimals.of(mean, 2), Decimals.of(halfWidth, 2))
                : score;
    }
}
