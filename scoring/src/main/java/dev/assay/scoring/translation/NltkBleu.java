package dev.assay.scoring.translation;

import java.util.ArrayList;
import java.util.List;

/**
 * BLEU and GLEU as NLTK computes them, of words that were cut before. From 0 to 1, more is better.
 *
 * <p>Unlike sacreBLEU's, orders may have weights of their own, an order for which the hypothesis is too short counts as one
 * n-gram without a match, and a corpus is smoothed with the lengths of its last segment. Source: Papineni et al. 2002;
 * Wu et al. 2016 for GLEU; NLTK 3.8, {@code nltk/translate/bleu_score.py} and {@code gleu_score.py}. Edges: 0 without a
 * matching word. Stateless.
 */
public final class NltkBleu {

    private NltkBleu() {}

    /**
     * A segment cut into words.
     *
     * @param references at least one
     */
    public record Segment(List<String> hypothesis, List<List<String>> references) {
        public Segment {
            hypothesis = List.copyOf(hypothesis);
            references = references.stream().map(List::copyOf).toList();
            if (references.isEmpty()) {
                throw new IllegalArgumentException("BLEU needs a reference");
            }
        }
    }

    /**
     * The n-grams of one order.
     *
     * @param matches those that occur in a reference
     * @param total all, at least 1
     */
    record Precision(long matches, long total) {
        double value() {
            return (double) matches / total;
        }

        Precision plus(Precision other) {
            return new Precision(matches + other.matches, total + other.total);
        }
    }

    /**
     * BLEU of a segment.
     *
     * @param weights of unigrams, bigrams and so on
     * @throws NltkSmoothing.Unusable if the smoothing is method 6 and no trigram matches
     */
    public static double sentence(Segment segment, double[] weights, NltkSmoothing smoothing) {
        return corpus(List.of(segment), weights, smoothing);
    }

    /**
     * BLEU of segments, of which there is at least one.
     *
     * @param weights of unigrams, bigrams and so on
     * @throws NltkSmoothing.Unusable if the smoothing is method 6 and no trigram matches
     */
    public static double corpus(List<Segment> segments, double[] weights, NltkSmoothing smoothing) {
        int orders = weights.length;
        List<Precision> sums = new ArrayList<>();
        long hypothesisLength = 0;
        long referenceLength = 0;
        Precision fiveGrams = new Precision(0, 1);
        for (Segment segment : segments) {
            List<Precision> precisions = precisions(segment, Math.max(orders, 5));
            for (int n = 0; n < orders; n++) {
                if (sums.size() == n) {
                    sums.add(precisions.get(n));
                } else {
                    sums.set(n, sums.get(n).plus(precisions.get(n)));
                }
            }
            fiveGrams = precisions.get(4);
            hypothesisLength += segment.hypothesis().size();
            referenceLength += nearestLength(segment);
        }
        if (sums.getFirst().matches() == 0) {
            return 0;
        }
        int last = segments.getLast().hypothesis().size();
        double[] smoothed = smoothing.smooth(sums, fiveGrams, hypothesisLength, last);
        double logs = 0;
        for (int n = 0; n < orders; n++) {
            if (smoothed[n] > 0) {
                logs += weights[n] * Math.log(smoothed[n]);
            }
        }
        return penalty(hypothesisLength, referenceLength) * Math.exp(logs);
    }

    /**
     * Google BLEU of a segment: the n-grams of orders 1 to 4 in common with a reference, divided by those of the side that
     * has more of them; for the best reference.
     */
    public static double gleu(Segment segment) {
        Ngrams ngrams = new Ngrams(4);
        Ngrams.Counts hypothesis = ngrams.ofWords(segment.hypothesis());
        double best = 0;
        for (List<String> words : segment.references()) {
            Ngrams.Counts reference = ngrams.ofWords(words);
            long common = 0;
            long left = 0;
            long right = 0;
            for (int n = 1; n <= 4; n++) {
                common += hypothesis.common(reference, n);
                left += hypothesis.total(n);
                right += reference.total(n);
            }
            best = Math.max(best, common == 0 ? 0 : (double) common / Math.max(left, right));
        }
        return best;
    }

    private static List<Precision> precisions(Segment segment, int orders) {
        Ngrams ngrams = new Ngrams(orders);
        Ngrams.Counts hypothesis = ngrams.ofWords(segment.hypothesis());
        Ngrams.Counts expected = segment.references().stream()
                .map(ngrams::ofWords)
                .reduce(Ngrams.Counts::atLeast)
                .orElseThrow();
        List<Precision> precisions = new ArrayList<>();
        for (int n = 1; n <= orders; n++) {
            precisions.add(new Precision(hypothesis.common(expected, n), Math.max(1, hypothesis.total(n))));
        }
        return precisions;
    }

    private static int nearestLength(Segment segment) {
        int length = segment.hypothesis().size();
        return segment.references().stream()
                .map(List::size)
                .reduce((one, other) -> {
                    int first = Math.abs(one - length);
                    int second = Math.abs(other - length);
                    return first < second || (first == second && one < other) ? one : other;
                })
                .orElseThrow();
    }

    private static double penalty(long hypothesisLength, long referenceLength) {
        if (hypothesisLength > referenceLength) {
            return 1;
        }
        return hypothesisLength == 0 ? 0 : Math.exp(1 - (double) referenceLength / hypothesisLength);
    }
}
