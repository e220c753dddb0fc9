/**
 * From an item to a sample: the prompt's messages, the references, the choices and the category, by the templates of a
 * benchmark definition. A pure function of definition and item, so whoever renders an item again gets the same.
 */
@NullMarked
package dev.assay.benchmarks.sample;

import org.jspecify.annotations.NullMarked;
