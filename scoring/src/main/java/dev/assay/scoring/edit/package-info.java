/**
 * Distances between sequences: how many edits turn one into the other.
 *
 * <p>Texts are sequences of Unicode code points; words and other symbols are numbered first. The long ones are computed
 * 64 cells at a time, in memory that grows with the length of the texts and not with its square, but for alignments,
 * which remember two bits a cell.
 */
@NullMarked
package dev.assay.scoring.edit;

import org.jspecify.annotations.NullMarked;
