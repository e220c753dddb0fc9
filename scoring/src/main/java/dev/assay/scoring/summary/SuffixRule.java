package dev.assay.scoring.summary;

import java.util.List;
import java.util.function.Predicate;

/**
 * One line of a step of the Porter algorithm.
 *
 * @param suffix what the word ends with
 * @param replacement what stands in its place afterwards
 * @param condition what must hold for the letters before the suffix
 */
record SuffixRule(String suffix, String replacement, Predicate<Letters> condition) {

    /** Applies the first rule whose suffix fits; if its condition does not hold, the word stays as it is. */
    static Letters apply(List<SuffixRule> rules, Letters word) {
        for (SuffixRule rule : rules) {
            if (word.endsWith(rule.suffix)) {
                Letters stem = word.withoutLast(rule.suffix.length());
                return rule.condition.test(stem) ? stem.plus(rule.replacement) : word;
            }
        }
        return word;
    }
}
