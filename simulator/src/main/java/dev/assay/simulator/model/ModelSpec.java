package dev.assay.simulator.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is configured about one simulated model.
 *
 * @param name what calls ask for
 * @param abilities planted chance of a right answer
 * @param pace when and in what pieces it is written
 * @param answerTokens about how long an answer is, in tokens; the real length varies by a quarter around it
 * @param contextTokens longest prompt in tokens, a longer one is refused; 0 = any
 * @param style how the answer is written down
 * @param limits what the account may use
 * @param errors rules tried in turn, the first that hits decides
 * @param prices for reference
 * @param judge how it judges answers; null: it answers itself
 * @param completions how it judges texts
 */
public record ModelSpec(
        String name,
        Abilities abilities,
        Pace pace,
        int answerTokens,
        int contextTokens,
        AnswerStyle style,
        Limits limits,
        List<ErrorRule> errors,
        Prices prices,
        @Nullable JudgeTraits judge,
        Completions completions) {

    /** The longest answer that may be configured, in tokens: bounds the memory of a call. */
    public static final int MAX_ANSWER_TOKENS = 65_536;

    private static final int MAX_NAME = 128;

    /** A model that answers, and judges texts honestly. */
    public ModelSpec(
            String name,
            Abilities abilities,
            Pace pace,
            int answerTokens,
            int contextTokens,
            AnswerStyle style,
            Limits limits,
            List<ErrorRule> errors,
            Prices prices) {
        this(
                name,
                abilities,
                pace,
                answerTokens,
                contextTokens,
                style,
                limits,
                errors,
                prices,
                null,
                Completions.HONEST);
    }

    public ModelSpec {
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw new IllegalArgumentException("the name of a model has 1 to " + MAX_NAME + " characters");
        }
        if (answerTokens < 1 || answerTokens > MAX_ANSWER_TOKENS) {
            throw new IllegalArgumentException(
                    "answerTokens must be from 1 to " + MAX_ANSWER_TOKENS + ", but is " + answerTokens);
        }
        if (contextTokens < 0) {
            throw new IllegalArgumentException("contextTokens must not be negative");
        }
        errors = List.copyOf(errors);
    }
}
