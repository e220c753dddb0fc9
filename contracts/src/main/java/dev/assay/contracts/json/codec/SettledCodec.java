package dev.assay.contracts.json.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.TaskEvent;
import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.EventId;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.id.RunId;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The fields of {@link TaskEvent.Settled}. */
final class SettledCodec extends RecordCodec<TaskEvent.Settled> {

    static final SettledCodec INSTANCE = new SettledCodec();

    private static final int EVENT_ID = 0;
    private static final int OCCURRED_AT = 1;
    private static final int GROUP_ID = 2;
    private static final int RUN_ID = 3;
    private static final int ATTEMPT_ID = 4;
    private static final int CALL_ID = 5;
    private static final int POOL = 6;
    private static final int RESULT = 7;
    private static final int FINAL_FOR_TASK = 8;
    private static final int FAILURE = 9;
    private static final int RETRY_AFTER_MILLIS = 10;
    private static final int REASON = 11;

    private static final EnumNames<TaskEvent.Result> RESULTS = new EnumNames<>(TaskEvent.Result.class);
    private static final EnumNames<FailureKind> FAILURES = new EnumNames<>(FailureKind.class);

    private SettledCodec() {
        super(TaskEvent.Settled.class);
    }

    @Override
    @SuppressWarnings("NullAway") // the cursor has seen all that is required
    TaskEvent.Settled read(FieldCursor in) throws IOException {
        EventId eventId = null;
        Instant occurredAt = null;
        GroupId groupId = null;
        RunId runId = null;
        AttemptId attemptId = null;
        @Nullable CallId callId = null;
        PoolId pool = null;
        TaskEvent.Result result = null;
        boolean finalForTask = false;
        @Nullable FailureKind failure = null;
        @Nullable Long retryAfterMillis = null;
        @Nullable String reason = null;
        for (int field = in.next(); field != FieldCursor.END; field = in.next()) {
            switch (field) {
                case EVENT_ID -> eventId = in.id(EventId.class, EventId::new);
                case OCCURRED_AT -> occurredAt = in.instant();
                case GROUP_ID -> groupId = in.id(GroupId.class, GroupId::new);
                case RUN_ID -> runId = in.id(RunId.class, RunId::new);
                case ATTEMPT_ID -> attemptId = in.id(AttemptId.class, AttemptId::parse);
                case CALL_ID -> callId = in.idOrNull(CallId.class, CallId::new);
                case POOL -> pool = in.id(PoolId.class, PoolId::new);
                case RESULT -> result = in.constant(RESULTS);
                case FINAL_FOR_TASK -> finalForTask = in.flag();
                case FAILURE -> failure = in.constantOrNull(FAILURES);
                case RETRY_AFTER_MILLIS -> retryAfterMillis = in.wholeOrNull();
                case REASON -> reason = in.textOrNull();
                default -> throw new IllegalStateException("a component without a codec: " + field);
            }
        }
        return new TaskEvent.Settled(
                eventId,
                occurredAt,
                groupId,
                runId,
                attemptId,
                callId,
                pool,
                result,
                finalForTask,
                failure,
                retryAfterMillis,
                reason);
    }

    @Override
    void write(TaskEvent.Settled value, JsonGenerator out, SerializerProvider provider) throws IOException {
        text(out, EVENT_ID, value.eventId().value());
        instant(out, OCCURRED_AT, value.occurredAt());
        text(out, GROUP_ID, value.groupId().value());
        text(out, RUN_ID, value.runId().value());
        text(out, ATTEMPT_ID, value.attemptId().toString());
        if (value.callId() != null) {
            text(out, CALL_ID, value.callId().value());
        }
        text(out, POOL, value.pool().value());
        text(out, RESULT, value.result().name());
        flag(out, FINAL_FOR_TASK, value.finalForTask());
        if (value.failure() != null) {
            text(out, FAILURE, value.failure().name());
        }
        if (value.retryAfterMillis() != null) {
            number(out, RETRY_AFTER_MILLIS, value.retryAfterMillis().longValue());
        }
        if (value.reason() != null) {
            text(out, REASON, value.reason());
        }
    }
}
