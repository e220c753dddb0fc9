package dev.assay.simulator.model;

/**
 * How a model judges answers instead of answering. It prefers the answer that is shown first if
 * {@code position + quality * (right(A) - right(B)) + length * (units(A) - units(B)) / (units(A) + units(B)) + noise * e}
 * is above 0, where e is logistic; so with a noise of 1 the weights are log odds.
 *
 * @param quality for an answer that ends with the reference, against one that does not; not negative
 * @param position for the answer that is shown first; 0.6 is a lean of 0.29 between equal answers
 * @param length for the longer answer, times the relative difference of lengths
 * @param noise above 0
 * @param ties share of pairs of equal quality in which it prefers neither
 * @param unreadable share of replies without a verdict
 */
public record JudgeTraits(
        double quality, double position, double length, double noise, double ties, double unreadable) {

    public JudgeTraits {
        if (!(quality >= 0 && quality < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("quality must not be negative, but is " + quality);
        }
        if (!Double.isFinite(position) || !Double.isFinite(length)) {
            throw new IllegalArgumentException("position and length must be finite");
        }
        if (!(noise > 0 && noise < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("noise must be above 0, but is " + noise);
        }
        if (!(ties >= 0 && ties <= 1 && unreadable >= 0 && unreadable <= 1)) {
            throw new IllegalArgumentException("ties and unreadable must be from 0 to 1");
        }
    }
}
