package dev.assay.contracts.money;

/**
 * Tokens of one call.
 *
 * @param inputTokens all prompt tokens, cached ones included
 * @param cachedInputTokens those of the prompt that were read from the provider's cache
 * @param outputTokens all generated tokens, reasoning included
 * @param reasoningTokens those of the output that were spent on hidden reasoning
 * @param estimated true if the provider did not say and the worker estimated
 */
public record Usage(
        long inputTokens, long cachedInputTokens, long outputTokens, long reasoningTokens, boolean estimated) {

    public static final Usage NONE = new Usage(0, 0, 0, 0, false);

    public Usage {
        if (inputTokens < 0 || cachedInputTokens < 0 || outputTokens < 0 || reasoningTokens < 0) {
            throw new IllegalArgumentException("token counts are not negative");
        }
        if (cachedInputTokens > inputTokens) {
            throw new IllegalArgumentException(
                    "cached input tokens are part of the input tokens: " + cachedInputTokens + " of " + inputTokens);
        }
        if (reasoningTokens > outputTokens) {
            throw new IllegalArgumentException(
                    "reasoning tokens are part of the output tokens: " + reasoningTokens + " of " + outputTokens);
        }
    }

    public static Usage of(long inputTokens, long outputTokens) {
        return new Usage(inputTokens, 0, outputTokens, 0, false);
    }

    public Usage plus(Usage other) {
        return new Usage(
                inputTokens + other.inputTokens,
                cachedInputTokens + other.cachedInputTokens,
                outputTokens + other.outputTokens,
                reasoningTokens + other.reasoningTokens,
                estimated || other.estimated);
    }
}
