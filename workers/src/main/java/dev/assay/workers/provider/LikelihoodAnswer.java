package dev.assay.workers.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.money.Usage;
import dev.assay.workers.likelihood.EchoedChoice;
import dev.assay.workers.likelihood.Questions;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A completion that echoes texts with their log-probabilities, as one JSON object. */
final class LikelihoodAnswer implements ResponseBody {

    private static final ObjectReader READER = EventJson.mapper().readerFor(Completion.class);
    /** A token of four bytes is told by its text twice, two numbers and an offset. */
    private static final int BYTES_BY_BYTE = 64;

    private static final int AROUND = 64 * 1024;

    private final ReceivedBytes received = new ReceivedBytes();
    private final AnswerContext context;
    private final Questions questions;
    private final long maxBytes;

    private record Completion(
            @Nullable List<@Nullable EchoedChoice> choices,
            ChatCompletion.@Nullable TokenCounts usage,
            @Nullable JsonNode error) {}

    LikelihoodAnswer(AnswerContext context, Questions questions) {
        this.context = context;
        this.questions = questions;
        long asked =
                questions.all().stream().mapToLong(text -> text.text().length()).sum();
        this.maxBytes = AROUND + Math.min((long) BYTES_BY_BYTE * context.maxAnswerBytes(), BYTES_BY_BYTE * asked);
    }

    @Override
    public @Nullable Outcome read(byte[] chunk) {
        if (received.length() + (long) chunk.length > maxBytes) {
            return questions.probe()
                    ? unusable("it sends far more than the log-probabilities of the prompt", null)
                    : context.tooLarge();
        }
        received.add(chunk);
        return null;
    }

    @Override
    public Outcome end() {
        Completion completion;
        try {
            completion = READER.readValue(received.all());
        } catch (IOException notJson) {
            return unusable(AnswerContext.withEncoding("its answer is not a completion", received.all()), null);
        }
        if (completion == null) {
            return unusable("its answer is empty", null);
        }
        Usage said = UsageReading.said(completion.usage());
        if (completion.error() != null && !completion.error().isNull()) {
            return context.error(ProviderErrorReader.read(received.all()), said);
        }
        return switch (questions.read(completion.choices())) {
            case Questions.Answer.Judged judged ->
                new Outcome.Answered(judged.json(), "judged", said == null ? estimate() : said);
            case Questions.Answer.Unusable unusable -> unusable(unusable.complaint(), said);
        };
    }

    private Usage estimate() {
        // One token is written after each text.
        return UsageReading.estimate(context.prompt(), 4 * questions.all().size());
    }

    /** At first this says what the provider is; later, when it has shown that it can, that something went wrong. */
    private Outcome unusable(String complaint, @Nullable Usage usage) {
        return context.failed(questions.probe() ? FailureKind.UNSUITABLE : FailureKind.MALFORMED, complaint, usage);
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
