package dev.assay.scoring.arena;

/**
 * A vote between two models' answers.
 *
 * @param modelA the model whose answer was shown first
 * @param modelB another model
 * @param outcome who won
 * @param weight how often this vote was given, or how much it counts; finite and not negative
 */
public record Battle(String modelA, String modelB, Outcome outcome, double weight) {

    public Battle {
        if (modelA.equals(modelB)) {
            throw new IllegalArgumentException("a model does not battle itself");
        }
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a weight is finite and not negative, not " + weight);
        }
    }

    /** One vote. */
    public Battle(String modelA, String modelB, Outcome outcome) {
        this(modelA, modelB, outcome, 1);
    }

    public Battle withWeight(double changed) {
        return new Battle(modelA, modelB, outcome, changed);
    }
}
