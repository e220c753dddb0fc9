package dev.assay.scorer.aggregate;

/** What became of a sample. Only an answered one can have scores. */
public enum OutcomeKind {
    ANSWERED,
    REFUSED,
    FAILED,
    CANCELLED
}
