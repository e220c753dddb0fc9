package dev.assay.workers.provider;

import dev.assay.contracts.event.FailureKind;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLException;

/** The one place where what went wrong with a call becomes a failure kind. Pure. */
final class FailureClassification {

    /** How far a call had come. */
    enum Phase {
        /** Nothing was written. */
        CONNECTING,
        /** The request was written; no byte of the response was there. */
        WAITING,
        /** The response had begun. */
        RECEIVING
    }

    private static final Set<String> CONTEXT_CODES =
            Set.of("context_length_exceeded", "exceed_context_size_error", "string_above_max_length");
    private static final Set<String> BLOCKED_CODES =
            Set.of("content_filter", "content_policy_violation", "responsibleaipolicyviolation", "moderation_blocked");
    private static final Set<String> MONEY_CODES =
            Set.of("insufficient_quota", "billing_hard_limit_reached", "insufficient_balance");

    /** What is said of a provider that does not keep to the protocol. */
    static final String NOT_HTTP = "what the provider sent is not proper HTTP";

    private FailureClassification() {}

    /** Of a response with this status, which is not 200 to 299. */
    static FailureKind ofStatus(int status, ProviderError error) {
        if (status >= 500) {
            return status == 503 || status == 529 ? FailureKind.OVERLOADED : FailureKind.PROVIDER_ERROR;
        }
        if (status < 400) {
            // A redirect is never followed: the registered address is not where the provider is.
            return status >= 300 ? FailureKind.NOT_FOUND : FailureKind.MALFORMED;
        }
        return switch (status) {
            case 401 -> FailureKind.AUTH;
            case 402 -> FailureKind.BUDGET;
            case 403 -> isBlocked(error) ? FailureKind.CONTENT_BLOCKED : FailureKind.AUTH;
            case 404 -> FailureKind.NOT_FOUND;
            case 408, 425 -> FailureKind.OVERLOADED;
            case 413 -> FailureKind.CONTEXT_TOO_LONG;
            case 429 -> named(error, MONEY_CODES) ? FailureKind.BUDGET : FailureKind.RATE_LIMITED;
            default -> ofBadRequest(error);
        };
    }

    /** Of a response to the call that finds out whether a provider can judge texts. */
    static FailureKind ofProbeStatus(int status, ProviderError error) {
        FailureKind kind = ofStatus(status, error);
        boolean noRoute = status == 404 || status == 405 || status == 501;
        return noRoute || kind == FailureKind.BAD_REQUEST ? FailureKind.UNSUITABLE : kind;
    }

    /** Of an error that came with status 200: in the body, or in the middle of a stream. */
    static FailureKind ofErrorInAnswer(ProviderError error) {
        if (error.code().matches("[345]\\d\\d")) {
            return ofStatus(Integer.parseInt(error.code()), error);
        }
        String name = (error.code() + ' ' + error.type()).toLowerCase(Locale.ROOT);
        if (named(error, MONEY_CODES)) {
            return FailureKind.BUDGET;
        }
        if (name.contains("rate_limit") || name.contains("ratelimit")) {
            return FailureKind.RATE_LIMITED;
        }
        if (name.contains("overloaded") || name.contains("unavailable")) {
            return FailureKind.OVERLOADED;
        }
        FailureKind asRequest = ofBadRequest(error);
        boolean blamesRequest = asRequest != FailureKind.BAD_REQUEST || name.contains("invalid_request");
        return blamesRequest ? asRequest : FailureKind.PROVIDER_ERROR;
    }

    /** Of an exception of the HTTP client. */
    static FailureKind ofException(Throwable cause, Phase phase) {
        // While connecting, a decoder exception is a failed TLS handshake; later it is a response that is not HTTP,
        // which the decoder also calls an illegal argument, and the client an illegal state if it is of another
        // version.
        boolean notDecoded = cause instanceof DecoderException
                || cause instanceof IllegalArgumentException
                || cause instanceof IllegalStateException;
        if (notDecoded && phase != Phase.CONNECTING) {
            return FailureKind.MALFORMED;
        }
        return switch (phase) {
            case CONNECTING, WAITING -> FailureKind.CONNECT;
            case RECEIVING -> FailureKind.CUT_STREAM;
        };
    }

    /** Why there was no connection, for people. */
    static String whyNoConnection(Throwable cause) {
        if (cause instanceof SSLException) {
            return "no connection to the provider: its TLS or certificate was not accepted";
        }
        return cause instanceof ConnectTimeoutException
                ? "no connection to the provider: it did not answer in time"
                : "no connection to the provider";
    }

    /** Why there was no response to a request that was written, for people: nothing that the provider wrote. */
    static String whyNoResponse(Throwable cause) {
        if (cause instanceof TooLongHttpHeaderException) {
            return "the response's headers are larger than this worker takes (workers.max-headers)";
        }
        return ofException(cause, Phase.WAITING) == FailureKind.MALFORMED
                ? NOT_HTTP
                : "the connection broke before the response";
    }

    private static FailureKind ofBadRequest(ProviderError error) {
        if (named(error, CONTEXT_CODES) || saysTooLong(error)) {
            return FailureKind.CONTEXT_TOO_LONG;
        }
        return isBlocked(error) ? FailureKind.CONTENT_BLOCKED : FailureKind.BAD_REQUEST;
    }

    private static boolean isBlocked(ProviderError error) {
        return named(error, BLOCKED_CODES)
                || error.message().toLowerCase(Locale.ROOT).contains("moderation");
    }

    private static boolean saysTooLong(ProviderError error) {
        String message = error.message().toLowerCase(Locale.ROOT);
        return message.contains("maximum context length")
                || message.contains("context window")
                || message.contains("prompt is too long");
    }

    private static boolean named(ProviderError error, Set<String> names) {
        return names.contains(error.code().toLowerCase(Locale.ROOT))
                || names.contains(error.type().toLowerCase(Locale.ROOT));
    }
}
