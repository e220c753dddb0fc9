/**
 * Dataset versions as they arrive from the gateway, in chunks, and their items for rendering.
 */
@NullMarked
package dev.assay.orchestrator.dataset;

import org.jspecify.annotations.NullMarked;
