package dev.assay.contracts.json.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.money.Usage;
import java.io.IOException;

/** The fields of {@link Outcome.Answered}. */
final class AnsweredCodec extends RecordCodec<Outcome.Answered> {

    static final AnsweredCodec INSTANCE = new AnsweredCodec();

    private static final int TEXT = 0;
    private static final int FINISH_REASON = 1;
    private static final int USAGE = 2;

    private AnsweredCodec() {
        super(Outcome.Answered.class);
    }

    @Override
    @SuppressWarnings("NullAway") // the cursor has seen all that is required
    Outcome.Answered read(FieldCursor in) throws IOException {
        String text = null;
        String finishReason = null;
        Usage usage = null;
        for (int field = in.next(); field != FieldCursor.END; field = in.next()) {
            switch (field) {
                case TEXT -> text = in.text();
                case FINISH_REASON -> finishReason = in.text();
                case USAGE -> usage = in.record(UsageCodec.INSTANCE);
                default -> throw new IllegalStateException("a component without a codec: " + field);
            }
        }
        return new Outcome.Answered(text, finishReason, usage);
    }

    @Override
    void write(Outcome.Answered value, JsonGenerator out, SerializerProvider provider) throws IOException {
        text(out, TEXT, value.text());
        text(out, FINISH_REASON, value.finishReason());
        record(out, USAGE, value.usage(), UsageCodec.INSTANCE, provider);
    }
}
