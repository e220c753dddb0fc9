/**
 * The Kafka side: each channel's batches are handed to the loop and committed when it has stored them.
 */
@NullMarked
package dev.assay.orchestrator.intake;

import org.jspecify.annotations.NullMarked;
