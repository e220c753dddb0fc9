package dev.assay.simulator.chat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.simulator.chat.CompletionRequest.Judged;
import dev.assay.simulator.log.CallEntry;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a request for completions. Fields that do not matter to a simulated model are skipped. */
final class CompletionRequestParser {

    private static final int DEFAULT_TOKENS = 16;

    /** The most tokens that one request may ask for, of all its prompts together: bounds the memory of a call. */
    private static final int MOST_TOKENS = 1 << 20;

    private CompletionRequestParser() {}

    /** @throws BadRequestException if it is not JSON, or not a request for completions */
    static CompletionRequest parse(JsonFactory factory, byte[] body) throws BadRequestException {
        JsonNode json;
        try {
            json = new ObjectMapper(factory).readTree(body);
        } catch (JsonProcessingException | CharConversionException e) {
            throw new BadRequestException(null, "We could not parse the JSON body of your request.");
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
        if (json == null || !json.isObject()) {
            throw new BadRequestException(null, "The body must be a JSON object.");
        }
        if (json.path("model").asText("").isEmpty()) {
            throw new BadRequestException("model", "you must provide a model parameter");
        }
        if (json.path("stream").asBoolean()) {
            throw new BadRequestException("stream", "This provider does not stream completions.");
        }
        List<String> prompts = prompts(json.path("prompt"));
        return new CompletionRequest(
                shortText(json, "model"),
                prompts,
                json.path("prompt").isArray(),
                json.path("echo").asBoolean(),
                json.path("logprobs").isNumber(),
                maxTokens(json, prompts.size()),
                judged(json.at("/assay/judged"), prompts),
                caller(json.path("assay")));
    }

    private static List<String> prompts(JsonNode prompt) throws BadRequestException {
        if (prompt.isTextual()) {
            return List.of(prompt.asText());
        }
        List<String> prompts = new ArrayList<>();
        for (JsonNode each : prompt) {
            if (!prompt.isArray() || !each.isTextual()) {
                throw new BadRequestException("prompt", "'prompt' must be a text or a list of texts.");
            }
            prompts.add(each.asText());
        }
        if (prompts.isEmpty()) {
            throw new BadRequestException("prompt", "'prompt' must be a text or a list of at least one.");
        }
        return prompts;
    }

    private static int maxTokens(JsonNode json, int prompts) throws BadRequestException {
        int tokens = json.hasNonNull("max_tokens") ? count(json.get("max_tokens"), "max_tokens") : DEFAULT_TOKENS;
        if ((long) prompts * tokens > MOST_TOKENS) {
            throw new BadRequestException(
                    "max_tokens", "This provider writes at most " + MOST_TOKENS + " tokens in one request.");
        }
        return tokens;
    }

    private static Judged judged(JsonNode judged, List<String> prompts) throws BadRequestException {
        if (!judged.isObject()) {
            return Judged.NOTHING;
        }
        int options = count(judged.path("options"), "assay.judged.options");
        int from = count(judged.path("from"), "assay.judged.from");
        if (options > prompts.size()
                || prompts.subList(0, options).stream().anyMatch(p -> p.codePointCount(0, p.length()) < from)) {
            throw new BadRequestException("assay.judged", "'assay.judged' does not fit the prompts.");
        }
        List<Integer> right = new ArrayList<>();
        for (JsonNode each : judged.path("right")) {
            int place = count(each, "assay.judged.right");
            if (place >= options) {
                throw new BadRequestException("assay.judged.right", "'assay.judged.right' names no option.");
            }
            right.add(place);
        }
        return new Judged(options, from, right);
    }

    private static Caller caller(JsonNode assay) throws BadRequestException {
        String call = shortText(assay, "call");
        if (!call.chars().allMatch(each -> each > ' ' && each < 127)) {
            throw new BadRequestException("assay.call", "'assay.call' must be of visible ASCII characters.");
        }
        return new Caller(
                shortText(assay, "run"),
                shortText(assay, "task"),
                call,
                assay.hasNonNull("attempt") ? count(assay.get("attempt"), "assay.attempt") : 0,
                assay.hasNonNull("repeat") ? count(assay.get("repeat"), "assay.repeat") : 0,
                assay.hasNonNull("category") ? shortText(assay, "category") : null,
                null,
                assay.hasNonNull("form") ? shortText(assay, "form") : null);
    }

    private static String shortText(JsonNode owner, String name) throws BadRequestException {
        String text = owner.path(name).asText("");
        if (text.length() > CallEntry.MAX_NAME) {
            throw new BadRequestException(name, "'" + name + "' has at most " + CallEntry.MAX_NAME + " characters.");
        }
        return text;
    }

    private static int count(JsonNode number, String where) throws BadRequestException {
        if (!number.canConvertToInt() || !number.isIntegralNumber() || number.asInt() < 0) {
            throw new BadRequestException(where, "'" + where + "' must be a whole number and not negative.");
        }
        return number.asInt();
    }
}
