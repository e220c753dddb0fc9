package dev.assay.workers.provider;

import dev.assay.contracts.money.Usage;
import dev.assay.contracts.run.Message;
import dev.assay.workers.provider.ChatCompletion.TokenCounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a provider's token counts into a usage, or estimates one. Pure. */
final class UsageReading {

    /** English text has about four characters per token; good enough where a provider says nothing. */
    private static final int CHARS_PER_TOKEN = 4;

    private UsageReading() {}

    /** What the provider said; null if it said nothing that can be true. */
    static @Nullable Usage said(@Nullable TokenCounts counts) {
        if (counts == null || counts.promptTokens() == null || counts.promptTokens() < 0) {
            return null;
        }
        long input = counts.promptTokens();
        long output = orZero(counts.completionTokens());
        long reasoning = counts.completionDetails() == null
                ? 0
                : orZero(counts.completionDetails().reasoningTokens());
        boolean reasoningIsExtra = reasoning > output
                || (reasoning > 0
                        && counts.totalTokens() != null
                        && counts.totalTokens() == input + output + reasoning);
        // Some providers count reasoning inside the completion tokens, some beside them.
        long allOutput = reasoningIsExtra ? output + reasoning : output;
        return new Usage(input, Math.min(input, cached(counts)), allOutput, reasoning, false);
    }

    /** What was probably used. */
    static Usage estimate(List<Message> prompt, int answerChars) {
        long promptChars = 0;
        for (Message message : prompt) {
            promptChars += message.content().length();
        }
        return new Usage(tokens(promptChars), 0, tokens(answerChars), 0, true);
    }

    private static long cached(TokenCounts counts) {
        return counts.promptDetails() != null && counts.promptDetails().cachedTokens() != null
                ? orZero(counts.promptDetails().cachedTokens())
                : orZero(counts.promptCacheHitTokens());
    }

    private static long tokens(long chars) {
        return (chars + CHARS_PER_TOKEN - 1) / CHARS_PER_TOKEN;
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : Math.max(0, count);
    }
}
