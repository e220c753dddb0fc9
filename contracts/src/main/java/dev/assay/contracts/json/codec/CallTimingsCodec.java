package dev.assay.contracts.json.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.assay.contracts.event.CallTimings;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The fields of {@link CallTimings}. */
final class CallTimingsCodec extends RecordCodec<CallTimings> {

    static final CallTimingsCodec INSTANCE = new CallTimingsCodec();

    private static final int STARTED_AT = 0;
    private static final int FIRST_TOKEN_MICROS = 1;
    private static final int TOTAL_MICROS = 2;
    private static final int QUEUED_MICROS = 3;

    private CallTimingsCodec() {
        super(CallTimings.class);
    }

    @Override
    @SuppressWarnings("NullAway") // the cursor has seen all that is required
    CallTimings read(FieldCursor in) throws IOException {
        Instant startedAt = null;
        @Nullable Long firstTokenMicros = null;
        long totalMicros = 0;
        long queuedMicros = 0;
        for (int field = in.next(); field != FieldCursor.END; field = in.next()) {
            switch (field) {
                case STARTED_AT -> startedAt = in.instant();
                case FIRST_TOKEN_MICROS -> firstTokenMicros = in.wholeOrNull();
                case TOTAL_MICROS -> totalMicros = in.whole();
                case QUEUED_MICROS -> queuedMicros = in.whole();
                default -> throw new IllegalStateException("a component without a codec: " + field);
            }
        }
        return new CallTimings(startedAt, firstTokenMicros, totalMicros, queuedMicros);
    }

    @Override
    void write(CallTimings value, JsonGenerator out, SerializerProvider provider) throws IOException {
        instant(out, STARTED_AT, value.startedAt());
        if (value.firstTokenMicros() != null) {
            number(out, FIRST_TOKEN_MICROS, value.firstTokenMicros().longValue());
        }
        number(out, TOTAL_MICROS, value.totalMicros());
        number(out, QUEUED_MICROS, value.queuedMicros());
    }
}
