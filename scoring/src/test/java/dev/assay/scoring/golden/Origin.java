package dev.assay.scoring.golden;

/** Where reference values come from. */
public enum Origin {
    /** The ones in the repository, whose inputs are our own. */
    REPOSITORY,
    /** All of them, in the folder that ASSAY_SHARED or the repository's sibling {@code shared} holds; else skipped. */
    SHARED
}
