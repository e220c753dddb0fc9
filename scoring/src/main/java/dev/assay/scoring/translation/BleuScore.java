package dev.assay.scoring.translation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A BLEU score with what it was made of.
 *
 * @param score in percent
 * @param counts matching n-grams by order, as smoothing left them
 * @param totals n-grams of the hypotheses by order, as smoothing left them
 * @param precisions in percent by order, smoothed
 * @param brevityPenalty from 0 to 1
 * @param hypothesisLength in words
 * @param referenceLength in words, of the references nearest in length
 */
public record BleuScore(
        double score,
        List<Double> counts,
        List<Double> totals,
        List<Double> precisions,
        double brevityPenalty,
        long hypothesisLength,
        long referenceLength) {

    // The logarithm of nothing; finite, so that a corpus that is otherwise good still gets a number, which is 0.
    private static final double LOG_ZERO = -9999999999.0;

    public BleuScore {
        counts = List.copyOf(counts);
        totals = List.copyOf(totals);
        precisions = List.copyOf(precisions);
    }

    /**
     * BLEU from its sufficient statistics: the brevity penalty times the geometric mean of the n-gram precisions.
     *
     * @param correct matching n-grams by order, at least {@code maximumOrder} numbers
     * @param total n-grams of the hypotheses by order, as many
     */
    static BleuScore of(
            double[] correct, double[] total, long hypothesisLength, long referenceLength, BleuSettings by) {
        int maximumOrder = by.maximumOrder();
        if (correct.length < maximumOrder || total.length < maximumOrder) {
            throw new IllegalArgumentException("counts are missing for some of the orders up to " + maximumOrder);
        }
        double[] counts = correct.clone();
        double[] totals = total.clone();
        double[] precisions = new double[maximumOrder];
        double penalty = penalty(hypothesisLength, referenceLength);
        double score = 0;
        if (Arrays.stream(correct).anyMatch(c -> c != 0)) {
            int orders = smooth(counts, totals, precisions, by);
            double logs = 0;
            for (int n = 0; n < orders; n++) {
                logs += precisions[n] == 0 ? LOG_ZERO : Math.log(precisions[n]);
            }
            score = penalty * Math.exp(logs / orders);
        }
        return new BleuScore(
                score, list(counts), list(totals), list(precisions), penalty, hypothesisLength, referenceLength);
    }

    /** In sacreBLEU's form, such as {@code BLEU = 83.76 90.0/87.5/83.3/75.0 (BP = 1.000 ratio = ...)}. */
    public String text() {
        return "BLEU = " + Decimals.of(score, 2) + " " + details();
    }

    /** The same with what resampling says of it. */
    public String text(Confidence confidence) {
        return "BLEU = " + confidence.after(Decimals.of(score, 2)) + " " + details();
    }

    private String details() {
        double ratio = referenceLength == 0 ? 0 : (double) hypothesisLength / referenceLength;
        return "%s (BP = %s ratio = %s hyp_len = %d ref_len = %d)"
                .formatted(
                        precisions.stream().map(p -> Decimals.of(p, 1)).collect(Collectors.joining("/")),
                        Decimals.of(brevityPenalty, 3),
                        Decimals.of(ratio, 3),
                        hypothesisLength,
                        referenceLength);
    }

    private static double penalty(long hypothesisLength, long referenceLength) {
        if (hypothesisLength >= referenceLength) {
            return 1;
        }
        return hypothesisLength > 0 ? Math.exp(1 - (double) referenceLength / hypothesisLength) : 0;
    }

    /** Fills the precisions, adds to counts and totals where the method does so, and says how many orders count. */
    private static int smooth(double[] counts, double[] totals, double[] precisions, BleuSettings by) {
        Smoothing method = by.smoothing();
        double value = by.smoothingValue().orElse(method.usual().orElse(0));
        int orders = precisions.length;
        double halves = 1;
        for (int n = 0; n < precisions.length; n++) {
            if (method == Smoothing.ADD_K && n > 0) {
                counts[n] += value;
                totals[n] += value;
            }
            if (totals[n] == 0) {
                break;
            }
            if (by.effectiveOrder()) {
                orders = n + 1;
            }
            if (counts[n] != 0) {
                precisions[n] = 100 * counts[n] / totals[n];
            } else if (method == Smoothing.EXPONENTIAL) {
                halves *= 2;
                precisions[n] = 100 / (halves * totals[n]);
            } else if (method == Smoothing.FLOOR) {
                precisions[n] = 100 * value / totals[n];
            }
        }
        return orders;
    }

    private static List<Double> list(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
