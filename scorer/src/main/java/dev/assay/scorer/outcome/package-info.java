/**
 * Outcomes as they arrive: scored, stored once, told to others, and aggregated when the run is settled.
 * Everything is idempotent by sample: a batch that comes again changes nothing and is told again.
 * A finished run can be scored anew from what is stored, without any call to a provider.
 */
@NullMarked
package dev.assay.scorer.outcome;

import org.jspecify.annotations.NullMarked;
