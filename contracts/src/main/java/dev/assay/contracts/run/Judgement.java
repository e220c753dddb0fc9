package dev.assay.contracts.run;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a judge says about each item and repeat.
 *
 * @param judge who says it
 * @param first position of the model whose answer is judged, or shown first
 * @param second position of the model whose answer is shown second; null: a single answer is judged
 */
public record Judgement(JudgeUse judge, int first, @Nullable Integer second) {

    /** Whether it concerns the answer of a model. */
    public boolean concerns(int model) {
        return first == model || (second != null && second == model);
    }

    /** Whether it is the same pair in the other order. */
    public boolean isSwapOf(Judgement other) {
        return second != null
                && other.second != null
                && judge.name().equals(other.judge.name())
                && first == other.second
                && second == other.first;
    }
}
