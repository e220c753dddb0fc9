package dev.assay.contracts.spec.document;

import org.jspecify.annotations.Nullable;

/**
 * Why a text is not a document.
 *
 * @param position where, or null if the whole text is meant
 * @param message what is wrong: a clause, without a full stop at its end
 * @param remedy what to do: a sentence
 */
public record Fault(@Nullable Position position, String message, String remedy) {}
