package dev.assay.simulator.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that an answer depends on besides the model.
 *
 * @param prompt the contents of the messages in turn
 * @param seed the caller's seed, 0 if none
 * @param repeat which repeat of the sample, from 0
 * @param category the item's category, if it has one
 * @param reference the right answer, if the caller gave it
 * @param maxTokens longest answer that the caller takes; {@link Integer#MAX_VALUE} if any
 * @param stops texts that end the answer where they would begin
 * @param form the label of the form in which the item is asked; null: as it is
 */
public record Question(
        List<String> prompt,
        long seed,
        int repeat,
        @Nullable String category,
        @Nullable String reference,
        int maxTokens,
        List<String> stops,
        @Nullable String form) {

    /** A question about an item as it is. */
    public Question(
            List<String> prompt,
            long seed,
            int repeat,
            @Nullable String category,
            @Nullable String reference,
            int maxTokens,
            List<String> stops) {
        this(prompt, seed, repeat, category, reference, maxTokens, stops, null);
    }

    public Question {
        prompt = List.copyOf(prompt);
        stops = List.copyOf(stops);
        if (maxTokens < 1) {
            throw new IllegalArgumentException("maxTokens must be at least 1");
        }
    }

    /** The numbers that decide this question for a model. */
    public Draw draw(String model) {
        Draw draw = Draw.start().with(model);
        for (String part : prompt) {
            draw = draw.with(part);
        }
        return draw.with(seed).with(repeat);
    }

    /** Tokens of the prompt. */
    public int inputTokens() {
        long units = 0;
        for (String part : prompt) {
            units += part.length();
        }
        return TokenEstimate.ofUnits(units);
    }
}
