/**
 * What several answers to the same question say together: how often one of k is right, the vote of k, whether all of k
 * are, and how much they agree.
 *
 * <p>An item's repeats are folded into one value here; intervals are made over items, never over repeats.
 */
@NullMarked
package dev.assay.scoring.repeats;

import org.jspecify.annotations.NullMarked;
