package dev.assay.simulator.answer;

/**
 * What a simulated model says.
 *
 * @param text its words
 * @param truth whether they are right
 * @param complete false if they were cut at the caller's token limit
 * @param inputTokens tokens of the prompt
 * @param outputTokens tokens of the text
 */
public record Answer(String text, Truth truth, boolean complete, int inputTokens, int outputTokens) {}
