/**
 * Where events come in: one consumer per topic that takes whole batches, stores them, and then looks whether a run has
 * become complete. Returning means: stored, so the batch may be committed. Also the regular work beside requests.
 */
@NullMarked
package dev.assay.gateway.intake;

import org.jspecify.annotations.NullMarked;
