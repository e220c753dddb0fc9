package dev.assay.contracts.json.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.assay.contracts.event.Charge;
import dev.assay.contracts.event.ChargeEvent;
import dev.assay.contracts.id.EventId;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.RunId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** The fields of {@link ChargeEvent.CallsCharged}. */
final class CallsChargedCodec extends RecordCodec<ChargeEvent.CallsCharged> {

    static final CallsChargedCodec INSTANCE = new CallsChargedCodec();

    private static final int EVENT_ID = 0;
    private static final int OCCURRED_AT = 1;
    private static final int GROUP_ID = 2;
    private static final int RUN_ID = 3;
    private static final int CHARGES = 4;

    private CallsChargedCodec() {
        super(ChargeEvent.CallsCharged.class);
    }

    @Override
    @SuppressWarnings("NullAway") // the cursor has seen all that is required
    ChargeEvent.CallsCharged read(FieldCursor in) throws IOException {
        EventId eventId = null;
        Instant occurredAt = null;
        GroupId groupId = null;
        RunId runId = null;
        List<Charge> charges = List.of();
        for (int field = in.next(); field != FieldCursor.END; field = in.next()) {
            switch (field) {
                case EVENT_ID -> eventId = in.id(EventId.class, EventId::new);
                case OCCURRED_AT -> occurredAt = in.instant();
                case GROUP_ID -> groupId = in.id(GroupId.class, GroupId::new);
                case RUN_ID -> runId = in.id(RunId.class, RunId::new);
                case CHARGES -> charges = in.records(ChargeCodec.INSTANCE);
                default -> throw new IllegalStateException("a component without a codec: " + field);
            }
        }
        return new ChargeEvent.CallsCharged(eventId, occurredAt, groupId, runId, charges);
    }

    @Override
    void write(ChargeEvent.CallsCharged value, JsonGenerator out, SerializerProvider provider) throws IOException {
        text(out, EVENT_ID, value.eventId().value());
        instant(out, OCCURRED_AT, value.occurredAt());
        text(out, GROUP_ID, value.groupId().value());
        text(out, RUN_ID, value.runId().value());
        records(out, CHARGES, value.charges(), ChargeCodec.INSTANCE, provider);
    }
}
