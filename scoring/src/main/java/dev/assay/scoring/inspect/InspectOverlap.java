package dev.assay.scoring.inspect;

import dev.assay.scoring.question.DropNormalization;
import dev.assay.scoring.text.PythonNumber;
import dev.assay.scoring.text.PythonText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Inspect's scorers f1 and exact: sets of words after DROP's normalisation with case folded.
 *
 * <p>Source: UKGovernmentBEIS/inspect_ai, {@code scorer/_classification.py}. Range 0 to 1, higher is better; the best
 * target counts. Targets that are empty or begin with white space are left out, as there. F1 is rounded to two decimals;
 * precision of an answer without words and recall of a target without words are 1. Stateless.
 */
public final class InspectOverlap {

    private InspectOverlap() {}

    /** The best F1 over the targets, 0 if there are none. */
    public static double f1(String answer, List<String> targets) {
        Set<String> words = words(answer);
        double best = targets.stream()
                .filter(InspectOverlap::counts)
                .mapToDouble(target -> f1(words, words(target)))
                .max()
                .orElse(0);
        return PythonNumber.round(best, 2);
    }

    /** 1 if a target has the same words, in any order and number, else 0. */
    public static double exact(String answer, List<String> targets) {
        Set<String> words = words(answer);
        return targets.stream().filter(InspectOverlap::counts).anyMatch(t -> words(t).equals(words)) ? 1 : 0;
    }

    private static boolean counts(String target) {
        return !target.isEmpty() && !PythonText.isSpace(target.codePointAt(0));
    }

    private static Set<String> words(String text) {
        return DropNormalization.words(DropNormalization.normalize(text, PythonText::casefold));
    }

    private static double f1(Set<String> answer, Set<String> target) {
        Set<String> shared = new HashSet<>(answer);
        shared.retainAll(target);
        double precision = answer.isEmpty() ? 1 : (double) shared.size() / answer.size();
        double recall = target.isEmpty() ? 1 : (double) shared.size() / target.size();
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
