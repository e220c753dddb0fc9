package dev.assay.scoring.contamination;

/**
 * An item of a benchmark.
 *
 * @param text what a model might have seen: the question, or better question and answer
 */
public record Item(String id, String text) {}
