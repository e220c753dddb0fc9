package dev.assay.scoring.board;

import dev.assay.scoring.arena.Battle;
import org.jspecify.annotations.Nullable;

/**
 * One vote.
 *
 * @param question what was asked, as far as it has a name: votes of the same question and models can be compared
 * @param modelA whose answer was shown first
 * @param modelB another model
 * @param voter what kind of voter
 * @param by which one: a person's key, a judge's name; empty if nobody knows
 * @param styleA what was counted of the first answer; null unless it is known of both
 * @param styleB what was counted of the second
 */
public record Vote(
        @Nullable String question,
        String modelA,
        String modelB,
        Winner winner,
        Voter voter,
        String by,
        @Nullable AnswerStyle styleA,
        @Nullable AnswerStyle styleB) {

    public Vote {
        if (modelA.equals(modelB)) {
            throw new IllegalArgumentException("a model does not battle itself");
        }
        if ((styleA == null) != (styleB == null)) {
            throw new IllegalArgumentException("the style of both answers is known, or of none");
        }
    }

    /** What it counts for ratings. */
    public Battle battle() {
        return new Battle(modelA, modelB, winner.outcome());
    }
}
