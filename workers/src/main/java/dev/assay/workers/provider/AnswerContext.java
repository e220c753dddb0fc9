package dev.assay.workers.provider;

import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.money.Usage;
import dev.assay.contracts.run.Message;
import dev.assay.workers.likelihood.Questions;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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
 * @param questions the texts that are to be judged; null if the model is to write
 */
record AnswerContext(
        List<Message> prompt,
        ErrorText errors,
        int status,
        int maxAnswerBytes,
        @Nullable Questions questions) {

    private static final String CONTENT_FILTER = "content_filter";

    /** The outcome of a whole answer. */
    Outcome whole(String answer, @Nullable String refused, @Nullable String finishReason, @Nullable Usage said) {
        if (isTooLarge(answer)) {
            return tooLarge();
        }
        String text = wellFormed(answer);
        String refusal = refused == null ? "" : wellFormed(refused);
        Usage usage = said == null ? UsageReading.estimate(prompt, text.length() + refusal.length()) : said;
        if (!refusal.isEmpty()) {
            return new Outcome.Refused(refusal, "refusal", usage);
        }
        if (CONTENT_FILTER.equals(finishReason)) {
            return new Outcome.Refused(text, CONTENT_FILTER, usage);
        }
        return new Outcome.Answered(text, finishReason == null ? "unknown" : wellFormed(finishReason), usage);
    }

    /** An answer that was cut at a token may end with half a character, which no event can carry. */
    private static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                // Encoding replaces what is not a character.
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                return new String(bytes, StandardCharsets.UTF_8);
            }
        }
        return text;
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

    /** The outcome of a body, or an event of a stream, that is not what it should be. */
    Outcome unreadable(String what, byte[] body, @Nullable Usage usage) {
        return malformed(withEncoding(what, body), usage);
    }

    /** What is the matter with a body that could not be read, and whether already its encoding is. */
    static String withEncoding(String what, byte[] body) {
        return isUtf8(body) ? what : what + ": it is not in UTF-8, as JSON has to be";
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
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
