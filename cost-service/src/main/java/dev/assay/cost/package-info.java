/**
 * What evaluation costs: which price holds (price), what each call cost (ledger, statement), what a run will cost
 * (estimate), and what was spent by whom (spend).
 *  Amounts are exact decimals from the price file to the sum over a group; nothing is rounded, nothing is priced 0 for
 *  want of a price.
 *  Settings of the service are {@link dev.assay.cost.CostConfig}.
 */
@NullMarked
package dev.assay.cost;

import org.jspecify.annotations.NullMarked;
