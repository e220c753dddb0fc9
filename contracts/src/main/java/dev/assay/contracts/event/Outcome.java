package dev.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.assay.contracts.money.Usage;
import org.jspecify.annotations.Nullable;

/** What one attempt came to. An infrastructure failure is never an answer. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = Outcome.Unrecognised.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = Outcome.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = Outcome.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = Outcome.Cancelled.class, name = "cancelled")
})
public sealed interface Outcome {

    /**
     * The model gave an answer.
     *
     * @param text may be empty
     * @param finishReason as the provider said, such as {@code stop} or {@code length}
     */
    record Answered(String text, String finishReason, Usage usage) implements Outcome {}

    /** The model or the provider's filter declined to answer. */
    record Refused(String text, String reason, Usage usage) implements Outcome {}

    /**
     * The call failed.
     *
     * @param message for people: never a key, a prompt or an answer
     * @param httpStatus where there was a response
     * @param usage what the provider said it would charge all the same, or null
     */
    record Failed(
            FailureKind kind,
            String message,
            @Nullable Integer httpStatus,
            @Nullable Usage usage) implements Outcome {}

    /** The run was cancelled before the answer was complete. */
    record Cancelled(String reason) implements Outcome {}

    /** Written by a newer version. */
    record Unrecognised() implements Outcome {}
}
