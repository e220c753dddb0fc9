package dev.assay.scoring.robustness;

/** A change in how a question is written that leaves what it means. Pure, safe for concurrent use. */
@FunctionalInterface
public interface Perturbation {

    /**
     * The question written otherwise.
     *
     * @param seed chooses among the ways in which it can be done; the same seed and subject give the same result
     * @return the subject itself if it holds nothing to change
     */
    Subject apply(Subject subject, long seed);
}
