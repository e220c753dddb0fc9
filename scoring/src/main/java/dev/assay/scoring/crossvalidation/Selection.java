package dev.assay.scoring.crossvalidation;

import dev.assay.scoring.statistics.Interval;
import dev.assay.scoring.statistics.Moments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * Picks the best of several candidates, such as prompt variants or thresholds, and says what the picking is worth.
 *
 * <p>For every fold the candidate with the highest mean on the other folds is picked and scored on the held-out items
 * alone. The mean over all items is therefore the score of the procedure "try them all and take the best" on items that
 * had no say in it; the best candidate's own mean ({@link Result#optimistic}) is higher by the luck of the winner.
 */
public final class Selection {

    private Selection() {}

    /**
     * What the picking came to.
     *
     * @param chosen the candidate to use from now on: the best on all items, the first of several
     * @param perFold what was picked without each fold's items; if these differ, the candidates are hard to tell apart
     * @param heldOut each item's score by the candidate that was picked without it
     * @param score the mean of these
     * @param optimistic the chosen candidate's mean on all items, which served to choose it
     */
    public record Result(int chosen, List<Integer> perFold, double[] heldOut, double score, double optimistic) {
        public Result {
            perFold = List.copyOf(perFold);
        }

        /** Student's interval for the score; slightly too narrow, since folds share training items. At least two items. */
        public Interval interval(double confidence) {
            Moments moments = new Moments();
            Arrays.stream(heldOut).forEach(moments::add);
            return Interval.student(heldOut.length, moments.mean(), moments.variance(), confidence);
        }
    }

    /**
     * Picks among candidates whose scores do not depend on training.
     *
     * @param scores of every candidate on every item, higher is better
     */
    public static Result best(List<double[]> scores, Folds folds) {
        if (scores.isEmpty() || scores.stream().anyMatch(s -> s.length != folds.items())) {
            throw new IllegalArgumentException("every candidate needs a score for every item");
        }
        return best(scores.size(), (candidate, item) -> scores.get(candidate)[item], folds);
    }

    /**
     * Picks a threshold: items at or above it are called positive, and the share of right calls is the score.
     *
     * @param confidence each item's number
     * @param positive whether it truly is
     * @param thresholds the candidates
     */
    public static Result threshold(double[] confidence, boolean[] positive, double[] thresholds, Folds folds) {
        if (confidence.length != positive.length || confidence.length != folds.items() || thresholds.length == 0) {
            throw new IllegalArgumentException(
                    "every item needs a confidence and a truth, and there must be a threshold");
        }
        return best(
                thresholds.length,
                (candidate, item) -> (confidence[item] >= thresholds[candidate]) == positive[item] ? 1 : 0,
                folds);
    }

    private static Result best(int candidates, ToDoubleBiFunction<Integer, Integer> score, Folds folds) {
        double[] heldOut = new double[folds.items()];
        List<Integer> perFold = new ArrayList<>();
        for (int fold = 0; fold < folds.count(); fold++) {
            int picked = argmax(candidates, score, folds.training(fold));
            perFold.add(picked);
            folds.held().get(fold).forEach(item -> heldOut[item] = score.applyAsDouble(picked, item));
        }
        List<Integer> all = folds.held().stream().flatMap(List::stream).toList();
        int chosen = argmax(candidates, score, all);
        return new Result(
                chosen, perFold, heldOut, Arrays.stream(heldOut).average().orElseThrow(), mean(chosen, score, all));
    }

    private static int argmax(int candidates, ToDoubleBiFunction<Integer, Integer> score, List<Integer> items) {
        double[] means = new double[candidates];
        Arrays.setAll(means, candidate -> mean(candidate, score, items));
        List<Integer> order = new ArrayList<>();
        for (int i = candidates - 1; i >= 0; i--) {
            order.add(i);
        }
        // Collections' maximum takes the last of equals, hence the reversed order.
        return order.stream()
                .max(Comparator.comparingDouble(candidate -> means[candidate]))
                .orElseThrow();
    }

    private static double mean(int candidate, ToDoubleBiFunction<Integer, Integer> score, List<Integer> items) {
        Moments moments = new Moments();
        items.forEach(item -> moments.add(score.applyAsDouble(candidate, item)));
        return moments.mean();
    }
}
