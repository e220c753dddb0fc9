package dev.assay.contracts.json.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.assay.contracts.money.Usage;
import java.io.IOException;

/** The fields of {@link Usage}. */
final class UsageCodec extends RecordCodec<Usage> {

    static final UsageCodec INSTANCE = new UsageCodec();

    private static final int INPUT_TOKENS = 0;
    private static final int CACHED_INPUT_TOKENS = 1;
    private static final int OUTPUT_TOKENS = 2;
    private static final int REASONING_TOKENS = 3;
    private static final int ESTIMATED = 4;

    private UsageCodec() {
        super(Usage.class);
    }

    @Override
    Usage read(FieldCursor in) throws IOException {
        long inputTokens = 0;
        long cachedInputTokens = 0;
        long outputTokens = 0;
        long reasoningTokens = 0;
        boolean estimated = false;
        for (int field = in.next(); field != FieldCursor.END; field = in.next()) {
            switch (field) {
                case INPUT_TOKENS -> inputTokens = in.whole();
                case CACHED_INPUT_TOKENS -> cachedInputTokens = in.whole();
                case OUTPUT_TOKENS -> outputTokens = in.whole();
                case REASONING_TOKENS -> reasoningTokens = in.whole();
                case ESTIMATED -> estimated = in.flag();
                default -> throw new IllegalStateException("a component without a codec: " + field);
            }
        }
        return new Usage(inputTokens, cachedInputTokens, outputTokens, reasoningTokens, estimated);
    }

    @Override
    void write(Usage value, JsonGenerator out, SerializerProvider provider) throws IOException {
        number(out, INPUT_TOKENS, value.inputTokens());
        number(out, CACHED_INPUT_TOKENS, value.cachedInputTokens());
        number(out, OUTPUT_TOKENS, value.outputTokens());
        number(out, REASONING_TOKENS, value.reasoningTokens());
        flag(out, ESTIMATED, value.estimated());
    }
}
