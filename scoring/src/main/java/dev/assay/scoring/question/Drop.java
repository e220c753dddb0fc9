package dev.assay.scoring.question;

import dev.assay.scoring.text.AnswerNormalization;
import dev.assay.scoring.text.PythonText;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Exact match and F1 of DROP, whose answers are one or several spans.
 *
 * <p>Source: Dua et al. 2019; lm-evaluation-harness, {@code tasks/drop/utils.py}, and openai/simple-evals,
 * {@code drop_eval.py}. Predicted and expected spans are paired one to one so that the sum of their F1 is greatest; F1 is
 * the mean over the longer side. Each pair's F1 is over the sets of normalised words ({@link DropNormalization}) and 0 if
 * the expected span has numbers of which the predicted one has none. F1 is rounded to two decimals, as the reference does.
 *
 * <p>Edges: no spans on either side give exact match 1 and no F1. Stateless.
 */
public final class Drop {

    private Drop() {}

    /**
     * What DROP says of an answer.
     *
     * @param exactMatch 1 if the spans are the same, in any order, else 0
     * @param f1 from 0 to the scale; NaN if there are no spans on either side
     */
    public record Result(double exactMatch, double f1) {}

    /** Spans against spans; F1 from 0 to 1. */
    public static Result score(List<String> predicted, List<String> expected) {
        return score(predicted, expected, 1);
    }

    /**
     * A text against alternative texts, as simple-evals does; F1 from 0 to 100. The best exact match and the best F1 count,
     * also if they are from different references; blank references are left out.
     *
     * @throws IllegalArgumentException if no reference is left
     */
    public static Result scoreInPercent(String predicted, List<String> references) {
        List<Result> results = references.stream()
                .filter(reference -> !PythonText.strip(reference).isEmpty())
                .map(reference -> score(List.of(predicted), List.of(reference), 100))
                .toList();
        if (results.isEmpty()) {
            throw new IllegalArgumentException("all references are blank");
        }
        return new Result(
                results.stream().mapToDouble(Result::exactMatch).max().orElseThrow(),
                results.stream().mapToDouble(Result::f1).max().orElseThrow());
    }

    /** Whether one text contains the other after SQuAD's normalisation: what simple-evals counts as right. */
    public static boolean fuzzyMatch(String one, String other) {
        String first = AnswerNormalization.normalize(one);
        String second = AnswerNormalization.normalize(other);
        if (first.isEmpty() || second.isEmpty()) {
            return first.equals(second);
        }
        return first.contains(second) || second.contains(first);
    }

    private static Result score(List<String> predicted, List<String> expected, double scale) {
        List<String> left = predicted.stream().map(DropNormalization::normalize).toList();
        List<String> right = expected.stream().map(DropNormalization::normalize).toList();
        boolean same = left.size() == right.size() && new HashSet<>(left).equals(new HashSet<>(right));
        return new Result(same ? 1 : 0, rounded(alignedF1(left, right, scale)));
    }

    private static double alignedF1(List<String> predicted, List<String> expected, double scale) {
        int longer = Math.max(predicted.size(), expected.size());
        double[][] scores = new double[expected.size()][predicted.size()];
        for (int i = 0; i < expected.size(); i++) {
            Set<String> gold = DropNormalization.words(expected.get(i));
            for (int j = 0; j < predicted.size(); j++) {
                Set<String> words = DropNormalization.words(predicted.get(j));
                scores[i][j] = numbersAgree(gold, words) ? TokenOverlap.ofSets(words, gold) * scale : 0;
            }
        }
        int[] columns = Assignment.best(scores);
        double[] paired = new double[expected.size()];
        for (int i = 0; i < columns.length; i++) {
            paired[i] = columns[i] < 0 ? 0 : scores[i][columns[i]];
        }
        return longer == 0 ? Double.NaN : Arrays.stream(paired).sum() / longer;
    }

    private static boolean numbersAgree(Set<String> gold, Set<String> predicted) {
        List<String> numbers = gold.stream().filter(DropNormalization::isNumber).toList();
        return numbers.isEmpty() || numbers.stream().anyMatch(predicted::contains);
    }

    /** To two decimals as numpy rounds: scaled, to the nearest even, scaled back. */
    private static double rounded(double value) {
        return Math.rint(value * 100) / 100;
    }
}
