package dev.assay.contracts.json.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the fields of one object, in any order, and reads the value of the field on which it stands. Fields that
 * the record has not are passed over; values of another kind than usual are left to the data binding's own readers.
 */
final class FieldCursor {

    /** Behind the last field. */
    static final int END = -1;

    private final JsonParser parser;
    private final DeserializationContext context;
    private final RecordReader<?> reader;
    private final RecordFields fields;
    private boolean atFirst;
    private int current = END;
    private int expected;
    private long seen;

    FieldCursor(JsonParser parser, DeserializationContext context, RecordReader<?> reader, RecordFields fields)
            throws IOException {
        this.parser = parser;
        this.context = context;
        this.reader = reader;
        this.fields = fields;
        if (!parser.isExpectedStartObjectToken()) {
            atFirst = true;
            if (!parser.hasToken(JsonToken.FIELD_NAME) && !parser.hasToken(JsonToken.END_OBJECT)) {
                context.handleUnexpectedToken(reader.handledType(), parser);
            }
        }
    }

    /**
     * Goes to the next field of the record.
     *
     * @return its number, or {@link #END}
     * @throws JsonMappingException at the end, if a field is missing that has to be there
     */
    int next() throws IOException {
        current = END;
        while (true) {
            if (!atFirst && expected < fields.count() && parser.nextFieldName(fields.name(expected))) {
                return found(expected);
            }
            if (!atFirst && expected == fields.count()) {
                parser.nextToken();
            }
            atFirst = false;
            if (!parser.hasToken(JsonToken.FIELD_NAME)) {
                return end();
            }
            String name = parser.currentName();
            int field = fields.find(name, expected);
            if (field != RecordFields.UNKNOWN) {
                return found(field);
            }
            parser.nextToken();
            reader.passOver(parser, context, name);
        }
    }

    private int found(int field) throws JsonMappingException {
        current = field;
        if (fields.isComplete(seen)) {
            // The data binding has made the record by now, and cannot change it: so it was from the beginning.
            context.reportInputMismatch(reader, "The field '%s' comes again", fields.name(field));
        }
        seen |= 1L << field;
        expected = field + 1;
        return field;
    }

    private int end() throws JsonMappingException {
        int missing = fields.missing(seen);
        if (missing != RecordFields.UNKNOWN) {
            current = missing;
            context.reportInputMismatch(
                    reader, "Missing required creator property '%s' (index %d)", fields.name(missing), missing);
        }
        return END;
    }

    /** The same, with the field on which the cursor stands in its path. */
    JsonMappingException located(JsonMappingException problem) {
        if (current != END) {
            problem.prependPath(reader.handledType(), fields.name(current).getValue());
        }
        return problem;
    }

    String text() throws IOException {
        String text = parser.nextTextValue();
        return text != null ? text : required(other(String.class), String.class);
    }

    @Nullable
    String textOrNull() throws IOException {
        String text = parser.nextTextValue();
        return text != null ? text : other(String.class);
    }

    <I> I id(Class<I> type, Function<String, I> of) throws IOException {
        return required(idOrNull(type, of), type);
    }

    <I> @Nullable I idOrNull(Class<I> type, Function<String, I> of) throws IOException {
        String text = parser.nextTextValue();
        return text != null ? of.apply(text) : other(type);
    }

    Instant instant() throws IOException {
        String text = parser.nextTextValue();
        Instant instant = text == null ? null : InstantText.parse(text);
        return instant != null ? instant : required(other(Instant.class), Instant.class);
    }

    int wholeInt() throws IOException {
        return parser.nextToken() == JsonToken.VALUE_NUMBER_INT
                ? parser.getIntValue()
                : required(other(int.class), int.class);
    }

    long whole() throws IOException {
        return parser.nextToken() == JsonToken.VALUE_NUMBER_INT
                ? parser.getLongValue()
                : required(other(long.class), long.class);
    }

    @Nullable
    Long wholeOrNull() throws IOException {
        return parser.nextToken() == JsonToken.VALUE_NUMBER_INT ? (Long) parser.getLongValue() : other(Long.class);
    }

    @Nullable
    Integer wholeIntOrNull() throws IOException {
        return parser.nextToken() == JsonToken.VALUE_NUMBER_INT ? (Integer) parser.getIntValue() : other(Integer.class);
    }

    boolean flag() throws IOException {
        return switch (parser.nextToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case null, default -> required(other(boolean.class), boolean.class);
        };
    }

    BigDecimal decimal() throws IOException {
        return required(decimalOrNull(), BigDecimal.class);
    }

    @Nullable
    BigDecimal decimalOrNull() throws IOException {
        return parser.nextToken() == JsonToken.VALUE_NULL
                ? null
                : NumberDeserializers.BigDecimalDeserializer.instance.deserialize(parser, context);
    }

    <E extends Enum<E>> E constant(EnumNames<E> names) throws IOException {
        return required(constantOrNull(names), names.type());
    }

    <E extends Enum<E>> @Nullable E constantOrNull(EnumNames<E> names) throws IOException {
        String text = parser.nextTextValue();
        E constant = text == null ? null : names.find(text);
        return constant != null ? constant : other(names.type());
    }

    <R extends Record> R record(RecordCodec<R> codec) throws IOException {
        R record = recordOrNull(codec);
        return required(record, codec.type());
    }

    <R extends Record> @Nullable R recordOrNull(RecordCodec<R> codec) throws IOException {
        return parser.nextToken() == JsonToken.VALUE_NULL
                ? null
                : codec.reader().deserialize(parser, context);
    }

    /** Absent is the same as empty, here and in the other lists and maps. */
    <R extends Record> List<R> records(RecordCodec<R> codec) throws IOException {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            List<R> other = other(context.getTypeFactory().constructCollectionType(List.class, codec.type()));
            return other == null ? List.of() : other;
        }
        List<R> records = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            records.add(
                    parser.hasToken(JsonToken.VALUE_NULL)
                            ? null
                            : codec.reader().deserialize(parser, context));
        }
        return records;
    }

    List<String> texts() throws IOException {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            List<String> other = other(context.getTypeFactory().constructCollectionType(List.class, String.class));
            return other == null ? List.of() : other;
        }
        List<String> texts = new ArrayList<>();
        while (true) {
            String text = parser.nextTextValue();
            if (text == null && parser.hasToken(JsonToken.END_ARRAY)) {
                return texts;
            }
            texts.add(text != null ? text : other(String.class));
        }
    }

    Map<String, String> textMap() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return otherMap(String.class);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            String text = parser.nextTextValue();
            texts.put(key, text != null ? text : other(String.class));
        }
        return texts;
    }

    Map<String, Double> numberMap() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return otherMap(Double.class);
        }
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            boolean number = parser.nextToken() == JsonToken.VALUE_NUMBER_FLOAT;
            numbers.put(key, number ? (Double) parser.getDoubleValue() : other(Double.class));
        }
        return numbers;
    }

    /** A map of any JSON values. */
    Map<String, Object> valueMap() throws IOException {
        parser.nextToken();
        return otherMap(Object.class);
    }

    private <V> Map<String, V> otherMap(Class<V> values) throws IOException {
        Map<String, V> other = other(context.getTypeFactory().constructMapType(Map.class, String.class, values));
        return other == null ? Map.of() : other;
    }

    /** A value of a type that has no codec and no alternatives; as the data binding reads it. */
    <V> @Nullable V bound(Class<V> type) throws IOException {
        parser.nextToken();
        return other(type);
    }

    /** A value of a type that has alternatives. */
    <V> V typed(JsonDeserializer<?> reader, Class<V> type) throws IOException {
        Object value = parser.nextToken() == JsonToken.VALUE_NULL ? null : reader.deserialize(parser, context);
        return required(type.cast(value), type);
    }

    private <V> @Nullable V other(Class<V> type) throws IOException {
        return other(context.constructType(type));
    }

    /** What the data binding makes of the token on which the parser stands. */
    @SuppressWarnings("unchecked")
    private <V> @Nullable V other(JavaType type) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_NULL)) {
            return null;
        }
        return (V) context.findContextualValueDeserializer(type, null).deserialize(parser, context);
    }

    private <V> V required(@Nullable V value, Class<V> type) throws JsonMappingException {
        if (value == null) {
            PropertyName name = PropertyName.construct(fields.name(current).getValue());
            throw InvalidNullException.from(context, name, context.constructType(type));
        }
        return value;
    }
}
