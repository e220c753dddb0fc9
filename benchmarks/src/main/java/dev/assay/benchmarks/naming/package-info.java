/**
 * Suggestions for a mistyped name.
 *
 * <p>Every message about an unknown field, benchmark or filter ends with the names that were probably meant. What counts
 * as near is decided here once, so that all messages agree.
 */
@NullMarked
package dev.assay.benchmarks.naming;

import org.jspecify.annotations.NullMarked;
