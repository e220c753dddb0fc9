package dev.assay.scoring.aggregate;

/** What became of a sample. Only an answered one can have scores. */
public enum OutcomeKind {
    ANSWERED,
    REFUSED,
    FAILED,
    CANCELLED
}
