package dev.assay.simulator.log;

/**
 * What is known of one task.
 *
 * @param task its name
 * @param calls every call received for it, refused ones included
 * @param answered calls whose whole answer was handed to the connection
 * @param inputTokens billed
 * @param outputTokens billed
 */
public record TaskCounts(String task, int calls, int answered, int inputTokens, int outputTokens) {}
