/**
 * Comparisons and gates of runs as text: who is better by how much, how sure that is, and what a gate decides. All figures
 * are the server's.
 */
@NullMarked
package dev.assay.cli.comparison;

import org.jspecify.annotations.NullMarked;
