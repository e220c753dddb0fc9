package dev.assay.workers.provider;

import dev.assay.contracts.event.CallTimings;
import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.Outcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a call.
 *
 * @param timings null if no byte of the request was written, so that the provider cannot have served it
 * @param headers of the response, those that are kept
 * @param retryAfterMillis what the provider asked to wait, or null
 */
public record CallReply(
        Outcome outcome,
        @Nullable CallTimings timings,
        Map<String, String> headers,
        @Nullable Long retryAfterMillis) {

    public CallReply {
        headers = Map.copyOf(headers);
    }

    /** The reply to a call that was never made. */
    public static CallReply notCalled(FailureKind kind, String message) {
        return new CallReply(new Outcome.Failed(kind, message, null, null), null, Map.of(), null);
    }

    /** Whether the provider may have seen the call. */
    public boolean called() {
        return timings != null;
    }
}
