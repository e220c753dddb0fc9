package dev.assay.scoring.classification;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Precision, recall and their harmonic mean.
 *
 * @param precision right among predicted; 0 if none was predicted
 * @param recall right among true; 0 if none is true
 * @param f (1 + β²) × right / (β² × true + predicted); 0 if neither occurs
 * @param support how often true
 */
public record LabelScore(double precision, double recall, double f, long support) {

    static LabelScore of(long right, long predicted, long support, double beta) {
        double square = beta * beta;
        return new LabelScore(
                ratio(right, predicted),
                ratio(right, support),
                ratio((1 + square) * right, square * support + predicted),
                support);
    }

    static LabelScore mean(List<LabelScore> scores, ToDoubleFunction<LabelScore> weight) {
        double weights = scores.stream().mapToDouble(weight).sum();
        return new LabelScore(
                ratio(
                        scores.stream()
                                .mapToDouble(s -> weight.applyAsDouble(s) * s.precision())
                                .sum(),
                        weights),
                ratio(
                        scores.stream()
                                .mapToDouble(s -> weight.applyAsDouble(s) * s.recall())
                                .sum(),
                        weights),
                ratio(
                        scores.stream()
                                .mapToDouble(s -> weight.applyAsDouble(s) * s.f())
                                .sum(),
                        weights),
                scores.stream().mapToLong(LabelScore::support).sum());
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
