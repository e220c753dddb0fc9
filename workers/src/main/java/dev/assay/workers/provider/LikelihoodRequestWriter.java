package dev.assay.workers.provider;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.registry.Connection;
import dev.assay.contracts.run.LikelihoodText;
import dev.assay.contracts.run.SampleContext;
import dev.assay.workers.likelihood.Questions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

/**
 * Writes the body of a completion request that has texts judged. One token is asked for, as by lm-evaluation-harness, since
 * some servers refuse to write none; it is thrown away. Pure.
 */
final class LikelihoodRequestWriter {

    /** What extra parameters may not replace: whoever reads the answer relies on them. */
    private static final Set<String> OURS = Set.of(
            "model",
            "prompt",
            "echo",
            "logprobs",
            "max_tokens",
            "temperature",
            "stream",
            "stream_options",
            "n",
            "best_of");

    private static final int LETTERS = 26;

    private LikelihoodRequestWriter() {}

    static byte[] write(CallRequest request, Questions questions, Connection.Kind kind) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = EventJson.mapper().createGenerator(body)) {
            json.writeStartObject();
            json.writeStringField("model", request.task().model().providerModel());
            json.writeArrayFieldStart("prompt");
            for (LikelihoodText text : questions.all()) {
                json.writeString(text.text());
            }
            json.writeEndArray();
            json.writeBooleanField("echo", true);
            json.writeNumberField("logprobs", 1);
            json.writeNumberField("max_tokens", 1);
            json.writeNumberField("temperature", 0);
            for (Map.Entry<String, Object> extra :
                    request.task().model().parameters().extra().entrySet()) {
                if (!OURS.contains(extra.getKey())) {
                    json.writeObjectField(extra.getKey(), extra.getValue());
                }
            }
            if (kind == Connection.Kind.SIMULATOR) {
                json.writeObjectFieldStart("assay");
                ChatRequestWriter.writeContext(json, request);
                writeJudged(json, request.task().sample(), questions);
                json.writeEndObject();
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a request can always be written to memory", e);
        }
        return body.toByteArray();
    }

    /** What the simulator has to know to make the right option the most likely one: which prompts are options. */
    private static void writeJudged(JsonGenerator json, SampleContext sample, Questions questions) throws IOException {
        if (questions.options() == 0) {
            return;
        }
        json.writeObjectFieldStart("judged");
        json.writeNumberField("options", questions.options());
        json.writeNumberField("from", questions.texts().getFirst().from());
        json.writeArrayFieldStart("right");
        for (String reference : sample.references()) {
            int place = place(reference, sample);
            if (place >= 0) {
                json.writeNumber(place);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** The option that a reference names by its letter or text; below 0 if it names none. */
    private static int place(String reference, SampleContext sample) {
        int letter = reference.length() == 1 ? reference.charAt(0) - 'A' : LETTERS;
        return letter >= 0 && letter < Math.min(LETTERS, sample.choices().size())
                ? letter
                : sample.choices().indexOf(reference);
    }
}
