package dev.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.EventId;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.WorkerId;
import dev.assay.contracts.run.SampleContext;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The full result of one attempt. Keyed by task on the topic, so that every reader sees the attempts of a task in the
 * same order; the first one with {@code finalForTask} is the sample's outcome, later ones are only paid for.
 *
 * @param callId null if the provider was never called
 * @param finalForTask whether the sample's fate is decided by this attempt
 * @param timings null if the provider was never called
 * @param responseHeaders a fixed selection: request ids and rate limits
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AttemptOutcome(
        EventId eventId,
        Instant occurredAt,
        GroupId groupId,
        RunId runId,
        AttemptId attemptId,
        @Nullable CallId callId,
        WorkerId workerId,
        PoolId pool,
        ModelId model,
        SampleContext sample,
        boolean finalForTask,
        Outcome outcome,
        @Nullable CallTimings timings,
        Map<String, String> responseHeaders) {

    public AttemptOutcome {
        responseHeaders = responseHeaders == null ? Map.of() : Map.copyOf(responseHeaders);
    }
}
