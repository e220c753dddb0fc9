package dev.assay.scoring.question;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** F1 over the words that two texts share. */
final class TokenOverlap {

    private TokenOverlap() {}

    /** Each word counts as often as it occurs on both sides: 2 c / (p + r), or 0 if nothing is shared. */
    static double ofBags(List<String> predicted, List<String> expected) {
        Map<String, Integer> left = new HashMap<>();
        expected.forEach(word -> left.merge(word, 1, Integer::sum));
        int common = 0;
        for (String word : predicted) {
            if (left.merge(word, -1, Integer::sum) >= 0) {
                common++;
            }
        }
        return common == 0 ? 0 : 2.0 * common / (predicted.size() + expected.size());
    }

    /** Each word counts once; precision of no prediction and recall of no reference are 1, as in DROP. */
    static double ofSets(Set<String> predicted, Set<String> expected) {
        Set<String> shared = new HashSet<>(predicted);
        shared.retainAll(expected);
        double precision = predicted.isEmpty() ? 1 : (double) shared.size() / predicted.size();
        double recall = expected.isEmpty() ? 1 : (double) shared.size() / expected.size();
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
