package dev.assay.workers.likelihood;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One choice of a completion as providers write it; only what is read. Everything may be missing. */
public record EchoedChoice(
        @Nullable Integer index,
        @Nullable String text,
        @Nullable Logprobs logprobs) {

    /**
     * What is told of each token, in lists of equal length.
     *
     * @param tokens their texts, more or less
     * @param logprobs natural logarithms; null where nothing stands before a token
     * @param top the most likely tokens at each place
     * @param offsets where each token begins in the text, in units that providers do not agree on
     */
    public record Logprobs(
            @Nullable List<@Nullable String> tokens,

            @JsonProperty("token_logprobs") @Nullable List<@Nullable Double> logprobs,

            @JsonProperty("top_logprobs") @Nullable List<@Nullable Map<String, @Nullable Double>> top,

            @JsonProperty("text_offset") @Nullable List<@Nullable Integer> offsets) {}
}
