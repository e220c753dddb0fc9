package dev.assay.gateway.samples;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.run.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One sample as a line of a list. */
@Schema(name = "Sample", description = "One sample: item × model × repeat, with its outcome.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SampleView(
        @Schema(examples = "01jd3x5m8q2v7c9e4k6n0p1r2s.0.17.0")
        String task,

        @Schema(description = "Position of the item in the dataset, from 0.", examples = "17")
        int item,

        @Schema(examples = "item-17") String itemId,

        @Schema(description = "Which repeat, from 0.", examples = "0")
        int repeat,

        @Schema(description = "The form in which the item was asked; absent: as it is.", examples = "typos") @Nullable
        String variant,

        @Schema(examples = "sim-large") ModelId model,

        @Schema(examples = "arithmetic") @Nullable String category,

        @Schema(enumeration = {"answered", "refused", "failed", "cancelled"})
        String outcome,

        @Schema(description = "The kind of failure, where it failed.", examples = "DEADLINE") @Nullable
        String failure,

        @Schema(description = "The answer; in lists its first 280 characters.") @Nullable
        String answer,

        @Schema(description = "What each pipeline extracted; one that found nothing is absent.")
        Map<String, String> extracted,

        @Schema(description = "By metric; empty until the sample is scored.")
        Map<String, Double> scores,

        @Schema(description = "Why a metric has no score of this sample, by metric; empty if each has one.")
        Map<String, String> unscored,

        @Schema(description = "What its recorded attempts cost; absent until they are charged, or if one has no price.")
        @Nullable
        Money cost,

        @Schema(description = "Attempts that were recorded.", examples = "1")
        int attempts,

        @Schema(description = "From the request to the end of the answer, of the attempt that decided.") @Nullable
        Double totalMs,

        @Schema(description = "From the request to the first token, where the answer was streamed.") @Nullable
        Double ttftMs) {

    /** Some samples in the order of model, item and repeat, and where the next ones begin. */
    @Schema(name = "Samples")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(
            List<SampleView> samples,

            @Schema(description = "Pass it as cursor to go on; absent at the end.") @Nullable
            String next) {}

    /** One sample with everything that is known of it. */
    @Schema(name = "SampleDetail")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Detail(
            String task,
            int item,
            String itemId,
            int repeat,
            @Nullable String variant,
            ModelId model,
            @Nullable String category,
            String outcome,
            @Nullable String failure,
            @Nullable String answer,
            Map<String, String> extracted,
            Map<String, Double> scores,
            Map<String, String> unscored,
            @Nullable Money cost,
            int attempts,
            @Nullable Double totalMs,
            @Nullable Double ttftMs,

            @Schema(description = "Why it was refused, failed or cancelled, in the provider's or the worker's words.")
            @Nullable
            String message,

            @Schema(description = "Rendered again from the dataset and the templates; absent if the dataset is gone.")
            @Nullable
            List<Message> prompt,

            @Nullable List<String> references,
            @Nullable List<String> choices,
            @Nullable String finishReason,
            @Nullable UsageView usage,
            List<AttemptView> attemptList) {

        static Detail of(
                SampleView sample,
                @Nullable String message,
                @Nullable String finishReason,
                @Nullable UsageView usage,
                List<AttemptView> attempts,
                @Nullable List<Message> prompt,
                @Nullable List<String> references,
                @Nullable List<String> choices) {
            return new Detail(
                    sample.task,
                    sample.item,
                    sample.itemId,
                    sample.repeat,
                    sample.variant,
                    sample.model,
                    sample.category,
                    sample.outcome,
                    sample.failure,
                    sample.answer,
                    sample.extracted,
                    sample.scores,
                    sample.unscored,
                    sample.cost,
                    sample.attempts,
                    sample.totalMs,
                    sample.ttftMs,
                    message,
                    prompt,
                    references,
                    choices,
                    finishReason,
                    usage,
                    attempts);
        }
    }

    /** Tokens of the call that decided. */
    @Schema(name = "Usage")
    public record UsageView(
            int inputTokens,
            int cachedInputTokens,
            int outputTokens,
            int reasoningTokens,

            @Schema(description = "Whether the worker estimated them, because the provider did not say.")
            boolean estimated) {}

    /** One recorded attempt. */
    @Schema(name = "Attempt")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AttemptView(
            @Schema(description = "Which dispatch, from 1.") int attempt,

            @Schema(description = "Whether this attempt decided the sample.")
            boolean decided,

            @Schema(enumeration = {"answered", "refused", "failed", "cancelled"})
            String outcome,

            @Nullable String failure,
            @Nullable String message,
            @Nullable Integer httpStatus,
            @Nullable Instant startedAt,
            @Nullable Double totalMs,
            @Nullable Double ttftMs,

            @Schema(description = "How long it waited in the worker for a slot.") @Nullable
            Double queuedMs,

            String worker,

            @Schema(description = "Absent if the provider was never called.") @Nullable
            String call,

            @Nullable Money cost,

            @Schema(description = "Request ids and rate limits from the response.")
            Map<String, String> headers) {}
}
