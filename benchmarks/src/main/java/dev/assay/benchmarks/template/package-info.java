/**
 * How an item becomes a prompt: Jinja templates, as the field's task files have them.
 *
 * <p>jinjava parses and walks the templates. What an expression means is decided here and follows Python and Jinja2, with
 * undefined names as errors, as evaluation harnesses run it: {@code str()} of every value, operators, the methods of str,
 * list and dict, filters and tests. Nothing else can be reached from a template: no Java class, no file, no clock, no
 * randomness; loops, lists, numbers and output are bounded. What is left out is refused by name, never ignored.
 * {@link dev.assay.benchmarks.sample} puts prompt, target and choices together.
 */
@NullMarked
package dev.assay.benchmarks.template;

import org.jspecify.annotations.NullMarked;
