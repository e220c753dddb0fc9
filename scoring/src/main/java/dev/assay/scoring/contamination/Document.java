package dev.assay.scoring.contamination;

/** A document of a reference corpus. */
public record Document(String id, String text) {}
