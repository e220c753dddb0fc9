package dev.assay.contracts.json.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.WritableTypeId;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Writes one record as an object, behind its {@code type} where it has one. */
final class RecordWriter<T extends Record> extends StdSerializer<T> {

    private static final long serialVersionUID = 1L;

    private final transient RecordCodec<T> codec;

    RecordWriter(RecordCodec<T> codec) {
        super(codec.type());
        this.codec = codec;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
        codec.object(value, out, provider);
    }

    @Override
    public void serializeWithType(T value, JsonGenerator out, SerializerProvider provider, TypeSerializer types)
            throws IOException {
        WritableTypeId typeId = types.writeTypePrefix(out, types.typeId(value, JsonToken.START_OBJECT));
        codec.write(value, out, provider);
        types.writeTypeSuffix(out, typeId);
    }
}
