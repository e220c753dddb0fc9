package dev.assay.cost.estimate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many tokens the calls of one model will use. Pure; intervals are two standard errors wide on each side. */
final class Expectation {

    private static final double STANDARD_ERRORS = 2;
    private static final int SPREAD_WITHOUT_LIMIT = 4;

    private Expectation() {}

    /** A range and what it rests on. */
    record Tokens(Range range, String basis) {}

    /**
     * Prompt tokens of so many calls whose prompts are like the sampled ones.
     *
     * @param prompts at least one
     */
    static Tokens input(List<String> prompts, TokenCounter counter, long calls) {
        double[] counts = prompts.stream().mapToDouble(counter::tokens).toArray();
        double sum = 0;
        double squares = 0;
        for (double count : counts) {
            sum += count;
            squares += count * count;
        }
        double mean = sum / counts.length;
        double variance = Math.max(0, squares / counts.length - mean * mean);
        double ofSampling = STANDARD_ERRORS * Math.sqrt(variance / counts.length);
        return new Tokens(Range.around(mean * calls, (ofSampling + counter.error() * mean) * calls), counter.basis());
    }

    /**
     * Tokens of so many answers: as past ones; else half of what the run allows, but not more than the default.
     *
     * @param maxTokens the most that an answer may have, or null
     * @param defaultTokens at least 1
     */
    static Tokens output(PastAnswers past, @Nullable Integer maxTokens, int defaultTokens, long calls) {
        if (past.calls() > 0) {
            double ownSpread = past.deviation() * Math.sqrt(calls);
            double meanSpread = past.deviation() * calls / Math.sqrt(past.calls());
            double halfWidth = STANDARD_ERRORS * Math.hypot(ownSpread, meanSpread);
            return new Tokens(
                    Range.around(past.mean() * calls, halfWidth),
                    "mean answer of " + past.calls() + " past calls on this benchmark");
        }
        if (maxTokens != null) {
            long expected = Math.min(defaultTokens, (maxTokens + 1L) / 2);
            return new Tokens(
                    new Range(calls, expected * calls, (long) maxTokens * calls),
                    "no past calls: " + expected + " of at most " + maxTokens + " tokens per answer");
        }
        return new Tokens(
                new Range(calls, defaultTokens * calls, (long) SPREAD_WITHOUT_LIMIT * defaultTokens * calls),
                "no past calls and no maxTokens: " + defaultTokens + " tokens per answer");
    }
}
