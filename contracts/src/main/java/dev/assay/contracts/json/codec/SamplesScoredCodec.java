package dev.assay.contracts.json.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.assay.contracts.event.SampleScore;
import dev.assay.contracts.event.ScoreEvent;
import dev.assay.contracts.id.EventId;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.RunId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** The fields of {@link ScoreEvent.SamplesScored}. */
final class SamplesScoredCodec extends RecordCodec<ScoreEvent.SamplesScored> {

    static final SamplesScoredCodec INSTANCE = new SamplesScoredCodec();

    private static final int EVENT_ID = 0;
    private static final int OCCURRED_AT = 1;
    private static final int GROUP_ID = 2;
    private static final int RUN_ID = 3;
    private static final int REVISION = 4;
    private static final int SAMPLES = 5;

    private SamplesScoredCodec() {
        super(ScoreEvent.SamplesScored.class);
    }

    @Override
    @SuppressWarnings("NullAway") // the cursor has seen all that is required
    ScoreEvent.SamplesScored read(FieldCursor in) throws IOException {
        EventId eventId = null;
        Instant occurredAt = null;
        GroupId groupId = null;
        RunId runId = null;
        int revision = 0;
        List<SampleScore> samples = List.of();
        for (int field = in.next(); field != FieldCursor.END; field = in.next()) {
            switch (field) {
                case EVENT_ID -> eventId = in.id(EventId.class, EventId::new);
                case OCCURRED_AT -> occurredAt = in.instant();
                case GROUP_ID -> groupId = in.id(GroupId.class, GroupId::new);
                case RUN_ID -> runId = in.id(RunId.class, RunId::new);
                case REVISION -> revision = in.wholeInt();
                case SAMPLES -> samples = in.records(SampleScoreCodec.INSTANCE);
                default -> throw new IllegalStateException("a component without a codec: " + field);
            }
        }
        return new ScoreEvent.SamplesScored(eventId, occurredAt, groupId, runId, revision, samples);
    }

    @Override
    void write(ScoreEvent.SamplesScored value, JsonGenerator out, SerializerProvider provider) throws IOException {
        text(out, EVENT_ID, value.eventId().value());
        instant(out, OCCURRED_AT, value.occurredAt());
        text(out, GROUP_ID, value.groupId().value());
        text(out, RUN_ID, value.runId().value());
        number(out, REVISION, value.revision());
        records(out, SAMPLES, value.samples(), SampleScoreCodec.INSTANCE, provider);
    }
}
