package dev.assay.workers.provider;

import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.money.Usage;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An answer that comes as server-sent events. It is whole when the stream says {@code [DONE]}, or when it ends after a
 * finish reason; if it ends before, it was cut.
 */
final class StreamedAnswer implements ResponseBody {

    private static final byte[] DONE = {'[', 'D', 'O', 'N', 'E', ']'};
    private static final int AROUND = 64 * 1024;

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder refusal = new StringBuilder();
    private final SseParser parser;
    private final AnswerContext context;
    private @Nullable String finishReason;
    private @Nullable Usage usage;
    private boolean begun;
    private boolean hasContent;
    private @Nullable Outcome decided;

    StreamedAnswer(AnswerContext context) {
        this.context = context;
        this.parser = new SseParser(context.maxAnswerBytes() + AROUND, this::onEvent);
    }

    @Override
    public @Nullable Outcome read(byte[] chunk) {
        try {
            parser.feed(chunk);
        } catch (SseParser.EventTooLarge e) {
            decided = context.tooLarge();
        }
        return decided;
    }

    @Override
    public Outcome end() {
        parser.end();
        return decided == null ? ended() : decided;
    }

    @Override
    public Outcome cut() {
        return decided == null ? ended() : decided;
    }

    @Override
    public int heldBytes() {
        return text.length() + refusal.length();
    }

    @Override
    public boolean begun() {
        return begun;
    }

    @Override
    public boolean finished() {
        return finishReason != null;
    }

    @Override
    public boolean hasContent() {
        return hasContent;
    }

    private Outcome ended() {
        return finishReason != null
                ? whole()
                : context.failed(FailureKind.CUT_STREAM, "the stream ended before the answer did", usage);
    }

    private Outcome whole() {
        return context.whole(text.toString(), refusal.toString(), finishReason, usage);
    }

    private void onEvent(byte[] data) {
        if (decided != null) {
            return;
        }
        if (Arrays.equals(data, DONE)) {
            // Without a single chunk before it there is no answer, not an empty one.
            decided = begun || finishReason != null ? whole() : context.malformed("the stream is empty", usage);
            return;
        }
        try {
            ChatCompletion chunk = CompletionReader.read(data);
            if (chunk != null) {
                take(chunk, data);
            }
        } catch (IOException notJson) {
            decided = context.unreadable("an event of the stream is not a chunk of a chat completion", data, usage);
        }
    }

    private void take(ChatCompletion chunk, byte[] data) {
        Usage said = UsageReading.said(chunk.usage());
        if (said != null) {
            usage = said;
        }
        if (chunk.hasError()) {
            decided = context.error(ProviderErrorReader.read(data), usage);
            return;
        }
        ChatCompletion.Choice choice = chunk.firstChoice();
        if (choice == null) {
            return;
        }
        if (choice.finishReason() != null) {
            finishReason = choice.finishReason();
        }
        // A few servers stream whole messages instead of deltas in the last chunk; the delta holds.
        if (choice.delta() != null) {
            takeDelta(choice.delta());
        }
    }

    private void takeDelta(ChatCompletion.Text delta) {
        String content = delta.text();
        if (content != null && !content.isEmpty()) {
            text.append(content);
            hasContent = true;
        }
        if (delta.refusal() != null && !delta.refusal().isEmpty()) {
            refusal.append(delta.refusal());
            hasContent = true;
        }
        begun |= hasContent || isPresent(delta.reasoningContent()) || isPresent(delta.reasoning());
        if (text.length() + refusal.length() > context.maxAnswerBytes()) {
            decided = context.tooLarge();
        }
    }

    private static boolean isPresent(@Nullable String piece) {
        return piece != null && !piece.isEmpty();
    }
}
