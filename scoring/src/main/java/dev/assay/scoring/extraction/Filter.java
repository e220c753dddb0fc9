package dev.assay.scoring.extraction;

import java.util.Optional;

/** One step of a pipeline: a pure function, safe for concurrent use. */
@FunctionalInterface
interface Filter {

    /** The text for the next step; empty if there is nothing to hand on. */
    Optional<String> apply(String text, ExtractionContext context);
}
