package dev.assay.contracts.json.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ResolvableDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.Collection;

/** Reads one record from an object, of which the reader of a {@code type} may have taken the beginning. */
final class RecordReader<T extends Record> extends StdDeserializer<T> implements ResolvableDeserializer {

    private static final long serialVersionUID = 1L;

    private final transient RecordCodec<T> codec;

    RecordReader(RecordCodec<T> codec) {
        super(codec.type());
        this.codec = codec;
    }

    @Override
    public void resolve(DeserializationContext context) throws JsonMappingException {
        codec.resolve(context);
    }

    @Override
    public Collection<Object> getKnownPropertyNames() {
        return codec.fields().names().stream().<Object>map(name -> name).toList();
    }

    /** Goes behind the value of a field that the record has not; an error where the mapper says so. */
    void passOver(JsonParser parser, DeserializationContext context, String field) throws IOException {
        handleUnknownProperty(parser, context, handledType(), field);
    }

    /**
     * A record that its own checks refuse is a fault of the JSON, whatever they throw, as it is to the data binding.
     *
     * @throws JsonMappingException if the JSON is none of this record's; it names the field
     */
    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        FieldCursor fields = new FieldCursor(parser, context, this, codec.fields());
        try {
            return codec.read(fields);
        } catch (JsonMappingException e) {
            throw fields.located(e);
        } catch (RuntimeException e) {
            throw fields.located(context.instantiationException(handledType(), e));
        }
    }
}
