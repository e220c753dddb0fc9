package dev.assay.contracts.json.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.assay.contracts.event.LikelihoodTask;
import dev.assay.contracts.event.PromptTask;
import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.EventId;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.run.Message;
import dev.assay.contracts.run.ModelUse;
import dev.assay.contracts.run.SampleContext;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of {@link PromptTask}. */
final class PromptTaskCodec extends RecordCodec<PromptTask> {

    static final PromptTaskCodec INSTANCE = new PromptTaskCodec();

    private static final int EVENT_ID = 0;
    private static final int OCCURRED_AT = 1;
    private static final int GROUP_ID = 2;
    private static final int RUN_ID = 3;
    private static final int ATTEMPT_ID = 4;
    private static final int TRIES_LEFT = 5;
    private static final int POOL = 6;
    private static final int MODEL = 7;
    private static final int MESSAGES = 8;
    private static final int SAMPLE = 9;
    private static final int START_BY = 10;
    private static final int DEADLINE_MILLIS = 11;
    private static final int LIKELIHOOD = 12;
    private static final int FORM = 13;

    private PromptTaskCodec() {
        super(PromptTask.class);
    }

    @Override
    @SuppressWarnings("NullAway") // the cursor has seen all that is required
    PromptTask read(FieldCursor in) throws IOException {
        EventId eventId = null;
        Instant occurredAt = null;
        GroupId groupId = null;
        RunId runId = null;
        AttemptId attemptId = null;
        int triesLeft = 0;
        PoolId pool = null;
        ModelUse model = null;
        List<Message> messages = List.of();
        SampleContext sample = null;
        Instant startBy = null;
        long deadlineMillis = 0;
        @Nullable LikelihoodTask likelihood = null;
        @Nullable String form = null;
        for (int field = in.next(); field != FieldCursor.END; field = in.next()) {
            switch (field) {
                case EVENT_ID -> eventId = in.id(EventId.class, EventId::new);
                case OCCURRED_AT -> occurredAt = in.instant();
                case GROUP_ID -> groupId = in.id(GroupId.class, GroupId::new);
                case RUN_ID -> runId = in.id(RunId.class, RunId::new);
                case ATTEMPT_ID -> attemptId = in.id(AttemptId.class, AttemptId::parse);
                case TRIES_LEFT -> triesLeft = in.wholeInt();
                case POOL -> pool = in.id(PoolId.class, PoolId::new);
                case MODEL -> model = in.record(ModelUseCodec.INSTANCE);
                case MESSAGES -> messages = in.records(MessageCodec.INSTANCE);
                case SAMPLE -> sample = in.record(SampleContextCodec.INSTANCE);
                case START_BY -> startBy = in.instant();
                case DEADLINE_MILLIS -> deadlineMillis = in.whole();
                case LIKELIHOOD -> likelihood = in.bound(LikelihoodTask.class);
                case FORM -> form = in.textOrNull();
                default -> throw new IllegalStateException("a component without a codec: " + field);
            }
        }
        return new PromptTask(
                eventId,
                occurredAt,
                groupId,
                runId,
                attemptId,
                triesLeft,
                pool,
                model,
                messages,
                sample,
                startBy,
                deadlineMillis,
                likelihood,
                form);
    }

    @Override
    void write(PromptTask value, JsonGenerator out, SerializerProvider provider) throws IOException {
        text(out, EVENT_ID, value.eventId().value());
        instant(out, OCCURRED_AT, value.occurredAt());
        text(out, GROUP_ID, value.groupId().value());
        text(out, RUN_ID, value.runId().value());
        text(out, ATTEMPT_ID, value.attemptId().toString());
        number(out, TRIES_LEFT, value.triesLeft());
        text(out, POOL, value.pool().value());
        record(out, MODEL, value.model(), ModelUseCodec.INSTANCE, provider);
        records(out, MESSAGES, value.messages(), MessageCodec.INSTANCE, provider);
        record(out, SAMPLE, value.sample(), SampleContextCodec.INSTANCE, provider);
        instant(out, START_BY, value.startBy());
        number(out, DEADLINE_MILLIS, value.deadlineMillis());
        if (value.likelihood() != null) {
            name(out, LIKELIHOOD);
            provider.defaultSerializeValue(value.likelihood(), out);
        }
        if (value.form() != null) {
            text(out, FORM, value.form());
        }
    }
}
