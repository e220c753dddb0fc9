package dev.assay.contracts.json.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.assay.contracts.run.SampleContext;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of {@link SampleContext}. */
final class SampleContextCodec extends RecordCodec<SampleContext> {

    static final SampleContextCodec INSTANCE = new SampleContextCodec();

    private static final int ITEM_ID = 0;
    private static final int CATEGORY = 1;
    private static final int REFERENCES = 2;
    private static final int CHOICES = 3;

    private SampleContextCodec() {
        super(SampleContext.class);
    }

    @Override
    @SuppressWarnings("NullAway") // the cursor has seen all that is required
    SampleContext read(FieldCursor in) throws IOException {
        String itemId = null;
        @Nullable String category = null;
        List<String> references = List.of();
        List<String> choices = List.of();
        for (int field = in.next(); field != FieldCursor.END; field = in.next()) {
            switch (field) {
                case ITEM_ID -> itemId = in.text();
                case CATEGORY -> category = in.textOrNull();
                case REFERENCES -> references = in.texts();
                case CHOICES -> choices = in.texts();
                default -> throw new IllegalStateException("a component without a codec: " + field);
            }
        }
        return new SampleContext(itemId, category, references, choices);
    }

    @Override
    void write(SampleContext value, JsonGenerator out, SerializerProvider provider) throws IOException {
        text(out, ITEM_ID, value.itemId());
        if (value.category() != null) {
            text(out, CATEGORY, value.category());
        }
        if (!value.references().isEmpty()) {
            texts(out, REFERENCES, value.references());
        }
        if (!value.choices().isEmpty()) {
            texts(out, CHOICES, value.choices());
        }
    }
}
