/**
 * Money, tokens and prices. Amounts are exact decimals and travel as text.
 *  A price book is immutable and versioned; a run is pinned to one version of it.
 *  Nothing here reads a clock or a file: pricing a call is a pure function of usage and price.
 */
@NullMarked
package dev.assay.contracts.money;

import org.jspecify.annotations.NullMarked;
