package dev.assay.workers.provider;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.contracts.event.PromptTask;
import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.registry.Connection;
import dev.assay.contracts.run.GenerationParameters;
import dev.assay.contracts.run.Message;
import dev.assay.contracts.run.SampleContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

/** Writes the body of a chat completion request. Pure. */
final class ChatRequestWriter {

    /** What extra parameters may not replace: whoever reads the answer relies on them. */
    private static final Set<String> OURS = Set.of(
            "model", "messages", "stream", "stream_options", "temperature", "top_p", "max_tokens", "stop", "seed");

    private ChatRequestWriter() {}

    static byte[] write(CallRequest request, Connection.Kind kind) {
        PromptTask task = request.task();
        ObjectMapper mapper = EventJson.mapper();
        ByteArrayOutputStream body = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = mapper.createGenerator(body)) {
            json.writeStartObject();
            json.writeStringField("model", task.model().providerModel());
            json.writeArrayFieldStart("messages");
            for (Message message : task.messages()) {
                json.writeStartObject();
                json.writeStringField("role", message.role());
                json.writeStringField("content", message.content());
                json.writeEndObject();
            }
            json.writeEndArray();
            writeParameters(json, task.model().parameters());
            if (kind == Connection.Kind.SIMULATOR) {
                json.writeObjectFieldStart("assay");
                writeContext(json, request);
                json.writeEndObject();
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a request can always be written to memory", e);
        }
        return body.toByteArray();
    }

    private static void writeParameters(JsonGenerator json, GenerationParameters parameters) throws IOException {
        if (parameters.temperature() != null) {
            json.writeNumberField("temperature", parameters.temperature());
        }
        if (parameters.topP() != null) {
            json.writeNumberField("top_p", parameters.topP());
        }
        if (parameters.maxTokens() != null) {
            json.writeNumberField("max_tokens", parameters.maxTokens());
        }
        if (!parameters.stop().isEmpty()) {
            json.writeObjectField("stop", parameters.stop());
        }
        if (parameters.seed() != null) {
            json.writeNumberField("seed", parameters.seed());
        }
        if (parameters.stream()) {
            json.writeBooleanField("stream", true);
            json.writeObjectFieldStart("stream_options");
            json.writeBooleanField("include_usage", true);
            json.writeEndObject();
        }
        for (Map.Entry<String, Object> extra : parameters.extra().entrySet()) {
            if (!OURS.contains(extra.getKey())) {
                json.writeObjectField(extra.getKey(), extra.getValue());
            }
        }
    }

    /** What the simulator has to know to plant a truth and to keep its log. */
    static void writeContext(JsonGenerator json, CallRequest request) throws IOException {
        AttemptId attempt = request.task().attemptId();
        SampleContext sample = request.task().sample();
        json.writeStringField("run", request.task().runId().value());
        json.writeStringField("task", attempt.task().toString());
        json.writeNumberField("attempt", attempt.number());
        json.writeStringField("call", request.callId().value());
        json.writeStringField("item", sample.itemId());
        json.writeNumberField("repeat", attempt.task().repeat());
        if (request.task().form() != null) {
            json.writeStringField("form", request.task().form());
        }
        if (sample.category() != null) {
            json.writeStringField("category", sample.category());
        }
        if (!sample.references().isEmpty()) {
            json.writeStringField("reference", sample.references().getFirst());
        }
    }
}
