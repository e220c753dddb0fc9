/**
 * What was spent: by run, by model of a run, by group. Read from the sums that the ledger keeps, which equal the sum of
 * its lines to the last digit.
 */
@NullMarked
package dev.assay.cost.spend;

import org.jspecify.annotations.NullMarked;
