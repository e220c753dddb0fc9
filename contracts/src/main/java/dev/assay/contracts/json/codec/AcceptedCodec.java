package dev.assay.contracts.json.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.assay.contracts.event.TaskEvent;
import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.EventId;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.WorkerId;
import java.io.IOException;
import java.time.Instant;

/** The fields of {@link TaskEvent.Accepted}. */
final class AcceptedCodec extends RecordCodec<TaskEvent.Accepted> {

    static final AcceptedCodec INSTANCE = new AcceptedCodec();

    private static final int EVENT_ID = 0;
    private static final int OCCURRED_AT = 1;
    private static final int GROUP_ID = 2;
    private static final int RUN_ID = 3;
    private static final int ATTEMPT_ID = 4;
    private static final int CALL_ID = 5;
    private static final int WORKER_ID = 6;
    private static final int POOL = 7;

    private AcceptedCodec() {
        super(TaskEvent.Accepted.class);
    }

    @Override
    @SuppressWarnings("NullAway") // the cursor has seen all that is required
    TaskEvent.Accepted read(FieldCursor in) throws IOException {
        EventId eventId = null;
        Instant occurredAt = null;
        GroupId groupId = null;
        RunId runId = null;
        AttemptId attemptId = null;
        CallId callId = null;
        WorkerId workerId = null;
        PoolId pool = null;
        for (int field = in.next(); field != FieldCursor.END; field = in.next()) {
            switch (field) {
                case EVENT_ID -> eventId = in.id(EventId.class, EventId::new);
                case OCCURRED_AT -> occurredAt = in.instant();
                case GROUP_ID -> groupId = in.id(GroupId.class, GroupId::new);
                case RUN_ID -> runId = in.id(RunId.class, RunId::new);
                case ATTEMPT_ID -> attemptId = in.id(AttemptId.class, AttemptId::parse);
                case CALL_ID -> callId = in.id(CallId.class, CallId::new);
                case WORKER_ID -> workerId = in.id(WorkerId.class, WorkerId::new);
                case POOL -> pool = in.id(PoolId.class, PoolId::new);
                default -> throw new IllegalStateException("a component without a codec: " + field);
            }
        }
        return new TaskEvent.Accepted(eventId, occurredAt, groupId, runId, attemptId, callId, workerId, pool);
    }

    @Override
    void write(TaskEvent.Accepted value, JsonGenerator out, SerializerProvider provider) throws IOException {
        text(out, EVENT_ID, value.eventId().value());
        instant(out, OCCURRED_AT, value.occurredAt());
        text(out, GROUP_ID, value.groupId().value());
        text(out, RUN_ID, value.runId().value());
        text(out, ATTEMPT_ID, value.attemptId().toString());
        text(out, CALL_ID, value.callId().value());
        text(out, WORKER_ID, value.workerId().value());
        text(out, POOL, value.pool().value());
    }
}
