package dev.assay.contracts.json.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.run.GenerationParameters;
import dev.assay.contracts.run.ModelUse;
import java.io.IOException;

/** The fields of {@link ModelUse}. */
final class ModelUseCodec extends RecordCodec<ModelUse> {

    static final ModelUseCodec INSTANCE = new ModelUseCodec();

    private static final int ID = 0;
    private static final int CONNECTION = 1;
    private static final int POOL = 2;
    private static final int PROVIDER_MODEL = 3;
    private static final int PARAMETERS = 4;

    private ModelUseCodec() {
        super(ModelUse.class);
    }

    @Override
    @SuppressWarnings("NullAway") // the cursor has seen all that is required
    ModelUse read(FieldCursor in) throws IOException {
        ModelId id = null;
        ConnectionId connection = null;
        PoolId pool = null;
        String providerModel = null;
        GenerationParameters parameters = null;
        for (int field = in.next(); field != FieldCursor.END; field = in.next()) {
            switch (field) {
                case ID -> id = in.id(ModelId.class, ModelId::new);
                case CONNECTION -> connection = in.id(ConnectionId.class, ConnectionId::new);
                case POOL -> pool = in.id(PoolId.class, PoolId::new);
                case PROVIDER_MODEL -> providerModel = in.text();
                case PARAMETERS -> parameters = in.record(GenerationParametersCodec.INSTANCE);
                default -> throw new IllegalStateException("a component without a codec: " + field);
            }
        }
        return new ModelUse(id, connection, pool, providerModel, parameters);
    }

    @Override
    void write(ModelUse value, JsonGenerator out, SerializerProvider provider) throws IOException {
        text(out, ID, value.id().value());
        text(out, CONNECTION, value.connection().value());
        text(out, POOL, value.pool().value());
        text(out, PROVIDER_MODEL, value.providerModel());
        record(out, PARAMETERS, value.parameters(), GenerationParametersCodec.INSTANCE, provider);
    }
}
