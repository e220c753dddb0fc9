package dev.assay.scoring.arena;

import org.jspecify.annotations.Nullable;

/**
 * A verdict on two answers to one question, with what may have decided it besides the models.
 *
 * @param question verdicts on one question depend on each other: they are drawn together
 * @param verdict model A is the same model in both orders; a tie where neither was preferred
 * @param place 1 if A's answer was shown first, -1 if it was shown second, 0 if places are not to be considered
 * @param scoreLead the score of A's answer by another measure less that of B's; null if one of them has none
 * @param lengthLead the relative difference of the lengths, (a - b) / (a + b)
 */
public record Comparison(
        String question,
        Battle verdict,
        int place,
        @Nullable Double scoreLead,
        double lengthLead) {

    public Comparison {
        if (Math.abs(place) > 1 || !(Math.abs(lengthLead) <= 1)) {
            throw new IllegalArgumentException(
                    "a place is -1, 0 or 1, and a relative difference lies between -1 and 1");
        }
        if (scoreLead != null && !Double.isFinite(scoreLead)) {
            throw new IllegalArgumentException("a difference of scores is finite");
        }
    }

    Comparison withWeight(double weight) {
        return new Comparison(question, verdict.withWeight(weight), place, scoreLead, lengthLead);
    }
}
