package dev.assay.contracts.json.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How one record is read and written. It sees the fields of an object; braces and type names are seen to elsewhere.
 * Whoever adds a component to the record adds it to {@link #read} and {@link #write}, under its number.
 */
abstract class RecordCodec<T extends Record> {

    private final Class<T> type;
    private final RecordFields fields;
    private final RecordReader<T> reader;

    RecordCodec(Class<T> type) {
        this.type = type;
        this.fields = RecordFields.of(type);
        this.reader = new RecordReader<>(this);
    }

    /** Reads the fields up to the end of the object. */
    abstract T read(FieldCursor in) throws IOException;

    abstract void write(T value, JsonGenerator out, SerializerProvider provider) throws IOException;

    /** Writes the record with its braces. */
    final void object(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeStartObject(value);
        write(value, out, provider);
        out.writeEndObject();
    }

    /** Finds the readers of other types that this one needs; before the first reading. */
    void resolve(DeserializationContext context) throws JsonMappingException {}

    final Class<T> type() {
        return type;
    }

    final RecordFields fields() {
        return fields;
    }

    final RecordReader<T> reader() {
        return reader;
    }

    final void name(JsonGenerator out, int field) throws IOException {
        out.writeFieldName(fields.name(field));
    }

    final void text(JsonGenerator out, int field, String value) throws IOException {
        out.writeFieldName(fields.name(field));
        out.writeString(value);
    }

    final void instant(JsonGenerator out, int field, Instant value) throws IOException {
        out.writeFieldName(fields.name(field));
        InstantText.write(out, value);
    }

    final void number(JsonGenerator out, int field, int value) throws IOException {
        out.writeFieldName(fields.name(field));
        out.writeNumber(value);
    }

    final void number(JsonGenerator out, int field, long value) throws IOException {
        out.writeFieldName(fields.name(field));
        out.writeNumber(value);
    }

    final void decimal(JsonGenerator out, int field, BigDecimal value) throws IOException {
        out.writeFieldName(fields.name(field));
        out.writeNumber(value);
    }

    final void flag(JsonGenerator out, int field, boolean value) throws IOException {
        out.writeFieldName(fields.name(field));
        out.writeBoolean(value);
    }

    final void texts(JsonGenerator out, int field, List<String> values) throws IOException {
        out.writeFieldName(fields.name(field));
        out.writeStartArray(values, values.size());
        for (String value : values) {
            out.writeString(value);
        }
        out.writeEndArray();
    }

    /** Leaves out what is null in a map, and a map that holds nothing else. */
    final void texts(JsonGenerator out, int field, Map<String, String> values) throws IOException {
        if (holdsNothing(values)) {
            return;
        }
        out.writeFieldName(fields.name(field));
        out.writeStartObject(values);
        for (Map.Entry<String, String> entry : values.entrySet()) {
            if (entry.getValue() != null) {
                out.writeFieldName(entry.getKey());
                out.writeString(entry.getValue());
            }
        }
        out.writeEndObject();
    }

    /** Likewise. */
    final void numbers(JsonGenerator out, int field, Map<String, Double> values) throws IOException {
        if (holdsNothing(values)) {
            return;
        }
        out.writeFieldName(fields.name(field));
        out.writeStartObject(values);
        for (Map.Entry<String, Double> entry : values.entrySet()) {
            if (entry.getValue() != null) {
                out.writeFieldName(entry.getKey());
                out.writeNumber(entry.getValue().doubleValue());
            }
        }
        out.writeEndObject();
    }

    /** Likewise, of any JSON values. */
    final void values(JsonGenerator out, int field, Map<String, Object> values, SerializerProvider provider)
            throws IOException {
        if (holdsNothing(values)) {
            return;
        }
        out.writeFieldName(fields.name(field));
        out.writeStartObject(values);
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            if (entry.getValue() != null) {
                out.writeFieldName(entry.getKey());
                provider.defaultSerializeValue(entry.getValue(), out);
            }
        }
        out.writeEndObject();
    }

    private static boolean holdsNothing(Map<String, ?> values) {
        for (Object value : values.values()) {
            if (value != null) {
                return false;
            }
        }
        return true;
    }

    final <E extends Record> void records(
            JsonGenerator out, int field, List<E> values, RecordCodec<E> codec, SerializerProvider provider)
            throws IOException {
        out.writeFieldName(fields.name(field));
        out.writeStartArray(values, values.size());
        for (E value : values) {
            codec.object(value, out, provider);
        }
        out.writeEndArray();
    }

    final <E extends Record> void record(
            JsonGenerator out, int field, E value, RecordCodec<E> codec, SerializerProvider provider)
            throws IOException {
        out.writeFieldName(fields.name(field));
        codec.object(value, out, provider);
    }
}
