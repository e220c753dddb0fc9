package dev.assay.contracts.json.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.assay.contracts.run.GenerationParameters;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of {@link GenerationParameters}. */
final class GenerationParametersCodec extends RecordCodec<GenerationParameters> {

    static final GenerationParametersCodec INSTANCE = new GenerationParametersCodec();

    private static final int TEMPERATURE = 0;
    private static final int TOP_P = 1;
    private static final int MAX_TOKENS = 2;
    private static final int STOP = 3;
    private static final int SEED = 4;
    private static final int STREAM = 5;
    private static final int EXTRA = 6;

    private GenerationParametersCodec() {
        super(GenerationParameters.class);
    }

    @Override
    GenerationParameters read(FieldCursor in) throws IOException {
        @Nullable BigDecimal temperature = null;
        @Nullable BigDecimal topP = null;
        @Nullable Integer maxTokens = null;
        List<String> stop = List.of();
        @Nullable Long seed = null;
        boolean stream = false;
        Map<String, Object> extra = Map.of();
        for (int field = in.next(); field != FieldCursor.END; field = in.next()) {
            switch (field) {
                case TEMPERATURE -> temperature = in.decimalOrNull();
                case TOP_P -> topP = in.decimalOrNull();
                case MAX_TOKENS -> maxTokens = in.wholeIntOrNull();
                case STOP -> stop = in.texts();
                case SEED -> seed = in.wholeOrNull();
                case STREAM -> stream = in.flag();
                case EXTRA -> extra = in.valueMap();
                default -> throw new IllegalStateException("a component without a codec: " + field);
            }
        }
        return new GenerationParameters(temperature, topP, maxTokens, stop, seed, stream, extra);
    }

    @Override
    void write(GenerationParameters value, JsonGenerator out, SerializerProvider provider) throws IOException {
        if (value.temperature() != null) {
            decimal(out, TEMPERATURE, value.temperature());
        }
        if (value.topP() != null) {
            decimal(out, TOP_P, value.topP());
        }
        if (value.maxTokens() != null) {
            number(out, MAX_TOKENS, value.maxTokens().intValue());
        }
        if (!value.stop().isEmpty()) {
            texts(out, STOP, value.stop());
        }
        if (value.seed() != null) {
            number(out, SEED, value.seed().longValue());
        }
        flag(out, STREAM, value.stream());
        values(out, EXTRA, value.extra(), provider);
    }
}
