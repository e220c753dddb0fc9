/**
 * Looking at samples: pages with filters, one sample with everything that is known of it, ledger entries, exports.
 *
 * <p>Pages go by key, so the last one costs as much as the first. Prompts are not stored per sample: they are rendered
 * again from the dataset and the templates, which is a pure function. Exports stream from a cursor of the database, with
 * flat memory at any size.
 */
@NullMarked
package dev.assay.gateway.samples;

import org.jspecify.annotations.NullMarked;
