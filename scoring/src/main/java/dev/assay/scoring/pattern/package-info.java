/**
 * Regular expressions that strangers may bring.
 *
 * <p>Task files of the field hold patterns in Python's syntax, and a shared service runs whatever a group submits. So
 * patterns are read here as Python reads them, and matched by backtracking that never enters a state twice: time grows
 * linearly with pattern times text, where {@code java.util.regex} may need exponential time or overflow the stack.
 *
 * <p>{@code PatternParser} makes a {@code Node} tree, {@code Compiler} a {@code Program} of it, {@code Search} runs it.
 */
@NullMarked
package dev.assay.scoring.pattern;

import org.jspecify.annotations.NullMarked;
