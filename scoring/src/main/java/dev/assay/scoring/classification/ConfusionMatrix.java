package dev.assay.scoring.classification;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How often each true label was predicted as each label. Reference: {@code sklearn.metrics}, with {@code zero_division=0}.
 * Immutable.
 *
 * <p>Only pairs that occur are kept: where labels are free text there may be as many as samples.
 *
 * @param <L> what labels are
 */
public final class ConfusionMatrix<L> {

    private final List<L> labels;
    private final Map<L, Integer> place = new HashMap<>();
    private final Map<Pair<L>, Long> pairs;
    private final long[] hits;
    private final long[] trueOf;
    private final long[] predictedAs;
    private final long total;

    private ConfusionMatrix(List<L> labels, Map<Pair<L>, Long> pairs) {
        this.labels = labels;
        this.pairs = pairs;
        this.hits = new long[labels.size()];
        this.trueOf = new long[labels.size()];
        this.predictedAs = new long[labels.size()];
        labels.forEach(label -> place.put(label, place.size()));
        pairs.forEach((pair, count) -> {
            int truth = place(pair.truth());
            int predicted = place(pair.predicted());
            trueOf[truth] += count;
            predictedAs[predicted] += count;
            hits[truth] += truth == predicted ? count : 0;
        });
        this.total = LongStream.of(trueOf).sum();
    }

    /**
     * Counts pairs of true and predicted label.
     *
     * @param order of the labels
     * @throws IllegalArgumentException if there are none, or not equally many of both
     */
    public static <L> ConfusionMatrix<L> of(List<L> truth, List<L> predicted, Comparator<? super L> order) {
        if (truth.isEmpty() || truth.size() != predicted.size()) {
            throw new IllegalArgumentException(
                    "%d true and %d predicted labels".formatted(truth.size(), predicted.size()));
        }
        Map<Pair<L>, Long> pairs = new HashMap<>();
        for (int i = 0; i < truth.size(); i++) {
            pairs.merge(new Pair<>(truth.get(i), predicted.get(i)), 1L, Long::sum);
        }
        return of(pairs, order);
    }

    /**
     * A true label and what was predicted.
     *
     * @param <L> what labels are
     */
    record Pair<L>(L truth, L predicted) {}

    /** Of pairs that were counted already, at least one. */
    static <L> ConfusionMatrix<L> of(Map<Pair<L>, Long> pairs, Comparator<? super L> order) {
        TreeSet<L> all = new TreeSet<>(order);
        pairs.keySet().forEach(pair -> {
            all.add(pair.truth());
            all.add(pair.predicted());
        });
        return new ConfusionMatrix<>(List.copyOf(all), Map.copyOf(pairs));
    }

    /** All labels that occur on either side, in order. */
    public List<L> labels() {
        return labels;
    }

    /** How many samples there are. */
    public long total() {
        return total;
    }

    /** How often the first was true and the second predicted; 0 for labels that do not occur. */
    public long count(L truth, L predicted) {
        return pairs.getOrDefault(new Pair<>(truth, predicted), 0L);
    }

    private int place(L label) {
        return place.getOrDefault(label, -1);
    }

    private long right() {
        return LongStream.of(hits).sum();
    }

    /** The share of right predictions. */
    public double accuracy() {
        return (double) right() / total;
    }

    /** The share of wrong predictions: Hamming loss. */
    public double error() {
        return (double) (total - right()) / total;
    }

    /** The mean recall of the labels that occur as truth. */
    public double balancedAccuracy() {
        return IntStream.range(0, hits.length)
                .filter(i -> trueOf[i] > 0)
                .mapToDouble(i -> (double) hits[i] / trueOf[i])
                .average()
                .orElseThrow();
    }

    /** Precision, recall and F of one label, also of one that does not occur: all 0 then. */
    public LabelScore of(L label, double beta) {
        int i = place(label);
        return i < 0 ? LabelScore.of(0, 0, 0, beta) : LabelScore.of(hits[i], predictedAs[i], trueOf[i], beta);
    }

    /** Over all samples at once, counting only the given labels. */
    public LabelScore micro(List<L> chosen, double beta) {
        long right = 0;
        long predictedOnes = 0;
        long trueOnes = 0;
        for (L label : chosen) {
            int i = place(label);
            if (i >= 0) {
                right += hits[i];
                predictedOnes += predictedAs[i];
                trueOnes += trueOf[i];
            }
        }
        return LabelScore.of(right, predictedOnes, trueOnes, beta);
    }

    /** The plain mean over the given labels, of which there is at least one. */
    public LabelScore macro(List<L> chosen, double beta) {
        return LabelScore.mean(chosen.stream().map(label -> of(label, beta)).toList(), score -> 1);
    }

    /** The mean over the given labels, each as heavy as it is frequent as truth; 0 if none is. */
    public LabelScore weighted(List<L> chosen, double beta) {
        return LabelScore.mean(chosen.stream().map(label -> of(label, beta)).toList(), LabelScore::support);
    }

    /** Matthews' correlation, of Gorodkin (2004) for several labels; 0 if either side has one label only. */
    public double matthews() {
        double product = 0;
        double trueSquares = 0;
        double predictedSquares = 0;
        for (int i = 0; i < hits.length; i++) {
            double t = trueOf[i];
            double p = predictedAs[i];
            product += t * p;
            trueSquares += t * t;
            predictedSquares += p * p;
        }
        double n = total;
        double spread = StrictMath.sqrt((n * n - trueSquares) * (n * n - predictedSquares));
        return spread == 0 ? 0 : (right() * n - product) / spread;
    }

    /** Cohen's kappa: agreement beyond chance. Empty if chance alone always agrees. */
    public OptionalDouble kappa() {
        double chance = IntStream.range(0, hits.length)
                .mapToDouble(i -> (double) trueOf[i] * predictedAs[i])
                .sum();
        double n = total;
        double possible = n * n - chance;
        return possible == 0 ? OptionalDouble.empty() : OptionalDouble.of((n * right() - chance) / possible);
    }
}
