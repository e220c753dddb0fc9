package dev.assay.scoring.classification;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * How often each true label was predicted as each label. Reference: {@code sklearn.metrics}, with {@code zero_division=0}.
 * Immutable.
 *
 * @param <L> what labels are
 */
public final class ConfusionMatrix<L> {

    private final List<L> labels;
    private final long[][] counts;
    private final long total;

    private ConfusionMatrix(List<L> labels, long[][] counts, long total) {
        this.labels = labels;
        this.counts = counts;
        this.total = total;
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
        List<L> labels = List.copyOf(all);
        Map<L, Integer> place = new HashMap<>();
        labels.forEach(label -> place.put(label, place.size()));
        long[][] counts = new long[labels.size()][labels.size()];
        pairs.forEach((pair, count) ->
                counts[place.getOrDefault(pair.truth(), 0)][place.getOrDefault(pair.predicted(), 0)] += count);
        long total = pairs.values().stream().mapToLong(Long::longValue).sum();
        return new ConfusionMatrix<>(labels, counts, total);
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
        int row = labels.indexOf(truth);
        int column = labels.indexOf(predicted);
        return row < 0 || column < 0 ? 0 : counts[row][column];
    }

    private long right() {
        return IntStream.range(0, counts.length).mapToLong(i -> counts[i][i]).sum();
    }

    private long trueOf(int label) {
        return IntStream.range(0, counts.length)
                .mapToLong(i -> counts[label][i])
                .sum();
    }

    private long predictedAs(int label) {
        return IntStream.range(0, counts.length)
                .mapToLong(i -> counts[i][label])
                .sum();
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
        return IntStream.range(0, counts.length)
                .filter(i -> trueOf(i) > 0)
                .mapToDouble(i -> (double) counts[i][i] / trueOf(i))
                .average()
                .orElseThrow();
    }

    /** Precision, recall and F of one label, also of one that does not occur: all 0 then. */
    public LabelScore of(L label, double beta) {
        int i = labels.indexOf(label);
        return i < 0 ? LabelScore.of(0, 0, 0, beta) : LabelScore.of(counts[i][i], predictedAs(i), trueOf(i), beta);
    }

    /** Over all samples at once, counting only the given labels. */
    public LabelScore micro(List<L> chosen, double beta) {
        long hits = 0;
        long predictedOnes = 0;
        long trueOnes = 0;
        for (L label : chosen) {
            int i = labels.indexOf(label);
            if (i >= 0) {
                hits += counts[i][i];
                predictedOnes += predictedAs(i);
                trueOnes += trueOf(i);
            }
        }
        return LabelScore.of(hits, predictedOnes, trueOnes, beta);
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
        for (int i = 0; i < counts.length; i++) {
            double t = trueOf(i);
            double p = predictedAs(i);
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
        double chance = IntStream.range(0, counts.length)
                .mapToDouble(i -> (double) trueOf(i) * predictedAs(i))
                .sum();
        double n = total;
        double possible = n * n - chance;
        return possible == 0 ? OptionalDouble.empty() : OptionalDouble.of((n * right() - chance) / possible);
    }
}
