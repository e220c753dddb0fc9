/**
 * JSON as Python's {@code json.loads} reads it.
 *
 * <p>Some metrics are about JSON: one asks whether an answer is a JSON text, some have their references written in it.
 * {@link dev.assay.scoring.json.Json} reads a text into a {@link dev.assay.scoring.json.JsonValue}, or says why it is none.
 * For all else the services have a JSON library; this package exists since scoring needs nothing but the JDK, and since
 * what counts as JSON there is what the reference implementations accept.
 */
@NullMarked
package dev.assay.scoring.json;

import org.jspecify.annotations.NullMarked;
