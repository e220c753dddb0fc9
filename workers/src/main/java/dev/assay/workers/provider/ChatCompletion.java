package dev.assay.workers.provider;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chat completion as providers write it, or one chunk of a streamed one; only what is read. Everything may be
 * missing.
 */
record ChatCompletion(
        @Nullable List<Choice> choices,
        @Nullable TokenCounts usage,
        @Nullable JsonNode error) {

    record Choice(
            @Nullable Text message,
            @Nullable Text delta,
            @JsonProperty("finish_reason") @Nullable String finishReason) {}

    /**
     * @param content a text, or a list of parts
     * @param reasoningContent hidden reasoning that some providers stream beside the answer
     */
    record Text(
            @Nullable JsonNode content,
            @Nullable String refusal,
            @JsonProperty("reasoning_content") @Nullable String reasoningContent,
            @Nullable String reasoning) {

        /** The content as one text; null if there is none. */
        @Nullable
        String text() {
            if (content == null || content.isNull()) {
                return null;
            }
            if (!content.isArray()) {
                return content.asText();
            }
            StringBuilder parts = new StringBuilder();
            content.forEach(part -> parts.append(part.path("text").asText("")));
            return parts.toString();
        }
    }

    record TokenCounts(
            @JsonProperty("prompt_tokens") @Nullable Long promptTokens,
            @JsonProperty("completion_tokens") @Nullable Long completionTokens,
            @JsonProperty("total_tokens") @Nullable Long totalTokens,
            @JsonProperty("prompt_tokens_details") @Nullable PromptDetails promptDetails,

            @JsonProperty("completion_tokens_details") @Nullable
            CompletionDetails completionDetails,

            @JsonProperty("prompt_cache_hit_tokens") @Nullable
            Long promptCacheHitTokens) {}

    record PromptDetails(
            @JsonProperty("cached_tokens") @Nullable Long cachedTokens) {}

    record CompletionDetails(
            @JsonProperty("reasoning_tokens") @Nullable Long reasoningTokens) {}

    /** The first choice; null if there is none. */
    @Nullable
    Choice firstChoice() {
        return choices == null || choices.isEmpty() ? null : choices.getFirst();
    }

    boolean hasError() {
        return error != null && !error.isNull();
    }
}
