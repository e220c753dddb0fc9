package dev.assay.simulator.chat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.assay.simulator.model.Completions.Behaviour;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reply with an error, in the words of OpenAI's API.
 *
 * @param status HTTP status
 * @param type what sort of error
 * @param code machine-readable reason, if there is one
 * @param parameter the field that is bad, if one is
 * @param message for people
 */
record Refusal(
        int status,
        String type,
        @Nullable String code,
        @Nullable String parameter,
        String message) {

    private static final String INVALID = "invalid_request_error";

    static Refusal badRequest(BadRequestException bad) {
        return new Refusal(400, INVALID, null, bad.parameter(), bad.told());
    }

    static Refusal tooLarge(int mostBytes) {
        return new Refusal(413, INVALID, null, null, "The request has more than " + mostBytes + " bytes.");
    }

    static Refusal noSuchModel(String model) {
        return new Refusal(
                404,
                INVALID,
                "model_not_found",
                "model",
                "The model '" + model + "' does not exist at this simulator.");
    }

    /** What a model that judges texts in this way refuses at once. */
    static Optional<Refusal> ofCompletion(CompletionRequest asked, Behaviour behaviour) {
        return switch (behaviour) {
            case NONE ->
                Optional.of(new Refusal(
                        404,
                        INVALID,
                        null,
                        "model",
                        "This is a chat model and not supported in the v1/completions endpoint."));
            case NO_LISTS ->
                asked.isList()
                        ? Optional.of(new Refusal(400, INVALID, null, "prompt", "'prompt' must be a text."))
                        : Optional.empty();
            case NO_ZERO_TOKENS ->
                asked.maxTokens() == 0
                        ? Optional.of(new Refusal(400, INVALID, null, "max_tokens", "'max_tokens' must be at least 1."))
                        : Optional.empty();
            case HONEST, NO_ECHO, NO_LOGPROBS, CONSTANT_LOGPROBS, BYTE_OFFSETS -> Optional.empty();
        };
    }

    static Refusal contextTooLong(int contextTokens, int inputTokens) {
        return new Refusal(
                400,
                INVALID,
                "context_length_exceeded",
                "messages",
                "This model's maximum context length is " + contextTokens
                        + " tokens. However, your messages resulted in " + inputTokens + " tokens.");
    }

    /** The account's limit of that kind is reached: requests, tokens or concurrent. */
    static Refusal rateLimited(String model, String what, long retryAfterMillis) {
        return new Refusal(
                429,
                what,
                "rate_limit_exceeded",
                null,
                "Rate limit reached for " + model + " on " + what + ". Please try again in " + retryAfterMillis
                        + "ms.");
    }

    /** A status that the error script asks for. */
    static Refusal scripted(int status) {
        return switch (status) {
            case 401 -> new Refusal(401, INVALID, "invalid_api_key", null, "Incorrect API key provided.");
            case 403 -> new Refusal(403, INVALID, "permission_denied", null, "You may not use this model.");
            case 429 -> new Refusal(429, "requests", "rate_limit_exceeded", null, "Rate limit reached.");
            case 503 -> new Refusal(503, "server_error", "overloaded", null, "The engine is currently overloaded.");
            default ->
                status < 500
                        ? new Refusal(status, INVALID, null, null, "The request was refused.")
                        : new Refusal(status, "server_error", null, null, "The server had an error.");
        };
    }

    static Refusal logUnavailable() {
        return new Refusal(500, "server_error", "call_log", null, "The simulator cannot write its call log.");
    }

    String json() {
        StringBuilder json = new StringBuilder(200).append("{\"error\":{\"message\":");
        text(json, message);
        text(json.append(",\"type\":"), type);
        text(json.append(",\"param\":"), parameter);
        text(json.append(",\"code\":"), code);
        return json.append("}}").toString();
    }

    private static void text(StringBuilder json, @Nullable String value) {
        if (value == null) {
            json.append("null");
            return;
        }
        json.append('"');
        JsonStringEncoder.getInstance().quoteAsString(value, json);
        json.append('"');
    }
}
