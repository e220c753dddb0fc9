/**
 * Writes the items of our own benchmarks, by rule from a fixed seed, and checks them.
 *
 * <p>{@link dev.assay.benchmarks.generate.GeneratedItems} draws from the patterns of four categories. What it makes is
 * checked in under {@code src/main/resources/benchmarks}; a test writes it again and compares. Another test answers
 * every question a second time from its text alone, with code that knows nothing of how it was made.
 */
@NullMarked
package dev.assay.benchmarks.generate;

import org.jspecify.annotations.NullMarked;
