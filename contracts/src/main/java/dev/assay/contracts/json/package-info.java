/**
 * The one JSON mapping of Assay: how events, ids, decimals and times are written and read.
 */
@NullMarked
package dev.assay.contracts.json;

import org.jspecify.annotations.NullMarked;
