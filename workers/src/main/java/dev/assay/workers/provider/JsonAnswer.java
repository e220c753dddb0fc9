package dev.assay.workers.provider;

import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.money.Usage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An answer that comes as one JSON object. */
final class JsonAnswer implements ResponseBody {

    /** JSON may write a character of two bytes with six; the object around the answer is small. */
    private static final int ESCAPING = 3;

    private static final int AROUND = 64 * 1024;

    private final ReceivedBytes received = new ReceivedBytes();
    private final AnswerContext context;
    private final long maxBytes;

    JsonAnswer(AnswerContext context) {
        this.context = context;
        this.maxBytes = (long) ESCAPING * context.maxAnswerBytes() + AROUND;
    }

    @Override
    public @Nullable Outcome read(byte[] chunk) {
        if (received.length() + (long) chunk.length > maxBytes) {
            return context.tooLarge();
        }
        received.add(chunk);
        return null;
    }

    @Override
    public Outcome end() {
        ChatCompletion completion;
        try {
            completion = CompletionReader.read(received.all());
        } catch (IOException notJson) {
            return context.unreadable("the response is not a chat completion", received.all(), null);
        }
        if (completion == null) {
            return context.malformed("the response is empty", null);
        }
        Usage usage = UsageReading.said(completion.usage());
        if (completion.hasError()) {
            return context.error(ProviderErrorReader.read(received.all()), usage);
        }
        ChatCompletion.Choice choice = completion.firstChoice();
        if (choice == null || choice.message() == null) {
            return context.malformed("the response holds no message", usage);
        }
        String text = choice.message().text();
        return context.whole(text == null ? "" : text, choice.message().refusal(), choice.finishReason(), usage);
    }

    @Override
    public int heldBytes() {
        return received.length();
    }

    @Override
    public Outcome cut() {
        return context.failed(FailureKind.CUT_STREAM, "the connection was closed in the middle of the response", null);
    }
}
