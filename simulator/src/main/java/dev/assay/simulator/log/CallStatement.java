package dev.assay.simulator.log;

/**
 * The provider's word on one call.
 *
 * @param call the caller's name of it
 * @param state where it is
 * @param inputTokens billed
 * @param outputTokens billed
 */
public record CallStatement(String call, CallState state, int inputTokens, int outputTokens) {}
