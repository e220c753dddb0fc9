/**
 * Reads YAML or JSON that people write into a small tree in which every value knows its line and column.
 *  A scalar keeps the text of its source, so a price of 0.10 stays 0.10, and {@code yes}, {@code 010} or a date stay text.
 *  Size, depth and what aliases unfold to are bounded; duplicate keys, foreign tags and other encodings are refused.
 *  What the values mean is the concern of {@link dev.assay.contracts.spec}.
 */
@NullMarked
package dev.assay.contracts.spec.document;

import org.jspecify.annotations.NullMarked;
