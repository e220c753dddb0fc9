package dev.assay.scoring.repeats;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answers to one item, in the order in which they were given. Immutable.
 *
 * @param answers what was extracted from each; empty where nothing was found
 */
public record Repeats(List<Optional<String>> answers) {

    public Repeats {
        answers = List.copyOf(answers);
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("an item without answers has no repeats");
        }
    }

    /** Of answers that were all found. */
    public static Repeats of(List<String> answers) {
        return new Repeats(answers.stream().map(Optional::of).toList());
    }

    /**
     * The mean of the first k values, "mean@k".
     *
     * @throws IllegalArgumentException if there are fewer than k, or k is less than 1
     */
    public static double mean(double[] values, int k) {
        if (k < 1 || k > values.length) {
            throw new IllegalArgumentException("%d values are too few for k = %d".formatted(values.length, k));
        }
        double sum = 0;
        for (int i = 0; i < k; i++) {
            sum += values[i];
        }
        return sum / k;
    }

    /**
     * The most frequent of the first k answers, of several the one that was given first: what "maj@k" scores.
     *
     * <p>Source: Wang et al. 2022 (self-consistency); ties as Python's {@code Counter.most_common} and
     * lm-evaluation-harness's filter {@code majority_vote} break them. What was not found does not vote.
     *
     * @return empty if none of the k was found
     * @throws IllegalArgumentException if there are fewer than k, or k is less than 1
     */
    public Optional<String> majority(int k) {
        if (k < 1 || k > answers.size()) {
            throw new IllegalArgumentException("%d answers are too few for k = %d".formatted(answers.size(), k));
        }
        Map<String, Integer> votes = new LinkedHashMap<>();
        answers.subList(0, k).forEach(answer -> answer.ifPresent(text -> votes.merge(text, 1, Integer::sum)));
        if (votes.isEmpty()) {
            return Optional.empty();
        }
        int most = Collections.max(votes.values());
        return votes.entrySet().stream()
                .filter(vote -> vote.getValue() == most)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * The first k answers, empty text where nothing was found.
     *
     * @throws IllegalArgumentException if there are fewer
     */
    public List<String> first(int k) {
        if (k < 0 || k > answers.size()) {
            throw new IllegalArgumentException("%d answers are too few for k = %d".formatted(answers.size(), k));
        }
        return answers.subList(0, k).stream().map(answer -> answer.orElse("")).toList();
    }

    /**
     * How much the answers agree: the share of pairs of answers that are the same, from 0 to 1. Two answers of which
     * nothing was found are not the same. One answer alone agrees with itself: 1.
     */
    public double consistency() {
        long n = answers.size();
        if (n == 1) {
            return 1;
        }
        Map<String, Long> votes = new LinkedHashMap<>();
        answers.forEach(answer -> answer.ifPresent(text -> votes.merge(text, 1L, Long::sum)));
        long same =
                votes.values().stream().mapToLong(count -> count * (count - 1)).sum();
        return (double) same / (n * (n - 1));
    }
}
