/**
 * Other forms of an item: the question written otherwise, its options in another order, other people in it. What changes
 * are the fields that the prompt shows; the benchmark's own words stay. A pure function of item, rule and seed, so whoever
 * renders a variant again gets the same; an item in which a rule finds nothing to change has no such form.
 */
@NullMarked
package dev.assay.benchmarks.variant;

import org.jspecify.annotations.NullMarked;
