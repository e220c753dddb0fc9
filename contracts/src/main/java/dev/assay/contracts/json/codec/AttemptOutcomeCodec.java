package dev.assay.contracts.json.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.CallTimings;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.EventId;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.WorkerId;
import dev.assay.contracts.run.SampleContext;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of {@link AttemptOutcome}. */
final class AttemptOutcomeCodec extends RecordCodec<AttemptOutcome> {

    private static final int EVENT_ID = 0;
    private static final int OCCURRED_AT = 1;
    private static final int GROUP_ID = 2;
    private static final int RUN_ID = 3;
    private static final int ATTEMPT_ID = 4;
    private static final int CALL_ID = 5;
    private static final int WORKER_ID = 6;
    private static final int POOL = 7;
    private static final int MODEL = 8;
    private static final int SAMPLE = 9;
    private static final int FINAL_FOR_TASK = 10;
    private static final int OUTCOME = 11;
    private static final int TIMINGS = 12;
    private static final int RESPONSE_HEADERS = 13;

    private @Nullable JsonDeserializer<Object> outcomes;

    AttemptOutcomeCodec() {
        super(AttemptOutcome.class);
    }

    @Override
    void resolve(DeserializationContext context) throws JsonMappingException {
        outcomes = context.findRootValueDeserializer(context.constructType(Outcome.class));
    }

    @Override
    @SuppressWarnings("NullAway") // the cursor has seen all that is required
    AttemptOutcome read(FieldCursor in) throws IOException {
        EventId eventId = null;
        Instant occurredAt = null;
        GroupId groupId = null;
        RunId runId = null;
        AttemptId attemptId = null;
        @Nullable CallId callId = null;
        WorkerId workerId = null;
        PoolId pool = null;
        ModelId model = null;
        SampleContext sample = null;
        boolean finalForTask = false;
        Outcome outcome = null;
        @Nullable CallTimings timings = null;
        Map<String, String> responseHeaders = Map.of();
        for (int field = in.next(); field != FieldCursor.END; field = in.next()) {
            switch (field) {
                case EVENT_ID -> eventId = in.id(EventId.class, EventId::new);
                case OCCURRED_AT -> occurredAt = in.instant();
                case GROUP_ID -> groupId = in.id(GroupId.class, GroupId::new);
                case RUN_ID -> runId = in.id(RunId.class, RunId::new);
                case ATTEMPT_ID -> attemptId = in.id(AttemptId.class, AttemptId::parse);
                case CALL_ID -> callId = in.idOrNull(CallId.class, CallId::new);
                case WORKER_ID -> workerId = in.id(WorkerId.class, WorkerId::new);
                case POOL -> pool = in.id(PoolId.class, PoolId::new);
                case MODEL -> model = in.id(ModelId.class, ModelId::new);
                case SAMPLE -> sample = in.record(SampleContextCodec.INSTANCE);
                case FINAL_FOR_TASK -> finalForTask = in.flag();
                case OUTCOME -> outcome = in.typed(outcomes, Outcome.class);
                case TIMINGS -> timings = in.recordOrNull(CallTimingsCodec.INSTANCE);
                case RESPONSE_HEADERS -> responseHeaders = in.textMap();
                default -> throw new IllegalStateException("a component without a codec: " + field);
            }
        }
        return new AttemptOutcome(
                eventId,
                occurredAt,
                groupId,
                runId,
                attemptId,
                callId,
                workerId,
                pool,
                model,
                sample,
                finalForTask,
                outcome,
                timings,
                responseHeaders);
    }

    @Override
    void write(AttemptOutcome value, JsonGenerator out, SerializerProvider provider) throws IOException {
        text(out, EVENT_ID, value.eventId().value());
        instant(out, OCCURRED_AT, value.occurredAt());
        text(out, GROUP_ID, value.groupId().value());
        text(out, RUN_ID, value.runId().value());
        text(out, ATTEMPT_ID, value.attemptId().toString());
        if (value.callId() != null) {
            text(out, CALL_ID, value.callId().value());
        }
        text(out, WORKER_ID, value.workerId().value());
        text(out, POOL, value.pool().value());
        text(out, MODEL, value.model().value());
        record(out, SAMPLE, value.sample(), SampleContextCodec.INSTANCE, provider);
        flag(out, FINAL_FOR_TASK, value.finalForTask());
        name(out, OUTCOME);
        provider.defaultSerializeValue(value.outcome(), out);
        if (value.timings() != null) {
            record(out, TIMINGS, value.timings(), CallTimingsCodec.INSTANCE, provider);
        }
        texts(out, RESPONSE_HEADERS, value.responseHeaders());
    }
}
