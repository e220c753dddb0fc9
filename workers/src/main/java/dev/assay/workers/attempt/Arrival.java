package dev.assay.workers.attempt;

import dev.assay.contracts.event.PromptTask;
import java.util.function.LongConsumer;

/**
 * A task that came to this worker.
 *
 * @param memory is told how many further bytes its answer takes
 */
public record Arrival(PromptTask task, LongConsumer memory) {}
