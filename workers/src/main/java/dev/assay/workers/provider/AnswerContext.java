package dev.assay.workers.provider;

import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.money.Usage;
import dev.assay.contracts.run.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to judge an answer besides its bytes.
 *
 * @param prompt for the estimate of a usage that the provider does not tell
 * @param errors makes a provider's words fit to be passed on
 * @param status of the response
 * @param maxAnswerBytes the largest answer, in UTF-8
 */
record AnswerContext(List<Message> prompt, ErrorText errors, int status, int maxAnswerBytes) {

    private static final String CONTENT_FILTER = "content_filter";

    /** The outcome of a whole answer. */
    Outcome whole(String text, @Nullable String refusal, @Nullable String finishReason, @Nullable Usage said) {
        if (isTooLarge(text)) {
            return tooLarge();
        }
        int chars = text.length() + (refusal == null ? 0 : refusal.length());
        Usage usage = said == null ? UsageReading.estimate(prompt, chars) : said;
        if (refusal != null && !refusal.isEmpty()) {
            return new Outcome.Refused(refusal, "refusal", usage);
        }
        if (CONTENT_FILTER.equals(finishReason)) {
            return new Outcome.Refused(text, CONTENT_FILTER, usage);
        }
        return new Outcome.Answered(text, finishReason == null ? "unknown" : finishReason, usage);
    }

    boolean isTooLarge(CharSequence text) {
        // Every character is at least one byte and at most three, so most answers need no encoding to be measured.
        return text.length() > maxAnswerBytes
                || (text.length() > maxAnswerBytes / 3
                        && text.toString().getBytes(StandardCharsets.UTF_8).length > maxAnswerBytes);
    }

    Outcome tooLarge() {
        return failed(FailureKind.TOO_LARGE, "the answer is larger than " + maxAnswerBytes + " bytes", null);
    }

    Outcome malformed(String what, @Nullable Usage usage) {
        return failed(FailureKind.MALFORMED, what, usage);
    }

    /** The outcome of an error that came as an answer. */
    Outcome error(ProviderError error, @Nullable Usage usage) {
        FailureKind kind = FailureClassification.ofErrorInAnswer(error);
        return failed(kind, errors.describe("the provider sent an error instead of an answer", error), usage);
    }

    Outcome failed(FailureKind kind, String message, @Nullable Usage usage) {
        return new Outcome.Failed(kind, message, status, usage);
    }
}
