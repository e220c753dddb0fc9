package dev.assay.benchmarks.dataset;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns JSON tokens into an item's fields, as {@link DatasetItem} describes them.
 *
 * <p>Stricter than JSON demands, for what would later be ambiguous or could not be stored: a name stands once in an
 * object, numbers fit a finite double, text has no NUL and no half of a surrogate pair. Line numbers are those of the
 * parser plus {@code firstLine - 1}.
 */
final class JsonItems {

    private static final int MOST_DIGITS = 1000;
    /** How the parser calls what Python writes for numbers that are none. */
    private static final Pattern NO_NUMBER = Pattern.compile("^\\S+ token '([+-]?(?:(?i)nan|inf|infinity))'");

    private static final Pattern HINT = Pattern.compile(
            ": enable `[^`]*` to allow| \\(not recognized as one since Feature '[^']*' not enabled for parser\\)");

    private final JsonFactory factory;
    private final int maxChars;

    JsonItems(DatasetLimits limits) {
        this.maxChars = limits.maxItemChars();
        this.factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.maxDepth() + 1)
                        .maxNumberLength(MOST_DIGITS)
                        .maxStringLength(maxChars)
                        .maxNameLength(maxChars)
                        .build())
                .build();
    }

    JsonParser parser(String text) throws IOException {
        return factory.createParser(text);
    }

    JsonParser parser(Reader text) throws IOException {
        return factory.createParser(text);
    }

    /** The fields of the one object that the parser's text consists of. */
    Map<String, @Nullable Object> onlyObject(JsonParser parser, int firstLine) throws IOException {
        try {
            parser.nextToken();
            expectObject(parser, firstLine);
            Map<String, @Nullable Object> fields = object(parser, firstLine);
            expectEnd(parser, firstLine);
            return fields;
        } catch (JsonProcessingException e) {
            throw invalid(e, firstLine);
        }
    }

    void expectObject(JsonParser parser, int firstLine) {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.START_OBJECT) {
            throw problem(
                    parser.currentTokenLocation(),
                    firstLine,
                    "an item is a JSON object, but this is " + kind(token),
                    token == JsonToken.START_ARRAY
                            ? "write each item as {\"field\": value, ...}; a file with one list of items is named .json"
                            : "write each item as {\"field\": value, ...}");
        }
    }

    void expectEnd(JsonParser parser, int firstLine) throws IOException {
        if (parser.nextToken() != null) {
            throw problem(
                    parser.currentTokenLocation(),
                    firstLine,
                    "something follows after the end of the JSON value",
                    "put each item on a line of its own and remove what does not belong to it");
        }
    }

    /** Reads the object at whose start the parser stands. */
    Map<String, @Nullable Object> object(JsonParser parser, int firstLine) throws IOException {
        long start = parser.currentTokenLocation().getCharOffset();
        return object(parser, firstLine, start);
    }

    private Map<String, @Nullable Object> object(JsonParser parser, int firstLine, long start) throws IOException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = text(parser, parser.currentName(), firstLine);
            parser.nextToken();
            fields.put(name, value(parser, firstLine, start));
        }
        checkLength(parser, firstLine, start);
        return Collections.unmodifiableMap(fields);
    }

    private List<@Nullable Object> list(JsonParser parser, int firstLine, long start) throws IOException {
        List<@Nullable Object> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser, firstLine, start));
        }
        return Collections.unmodifiableList(values);
    }

    private @Nullable Object value(JsonParser parser, int firstLine, long start) throws IOException {
        checkLength(parser, firstLine, start);
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser, firstLine, start);
            case START_ARRAY -> list(parser, firstLine, start);
            case VALUE_STRING -> text(parser, parser.getText(), firstLine);
            case VALUE_NUMBER_INT -> wholeNumber(parser);
            case VALUE_NUMBER_FLOAT -> decimal(parser, firstLine);
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            case END_ARRAY, END_OBJECT, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("a JSON parser gives no " + token + " where a value stands");
        };
    }

    private static Object wholeNumber(JsonParser parser) throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? parser.getBigIntegerValue()
                : (Object) parser.getLongValue();
    }

    private static Double decimal(JsonParser parser, int firstLine) throws IOException {
        double value = parser.getDoubleValue();
        if (Double.isInfinite(value)) {
            throw problem(
                    parser.currentTokenLocation(),
                    firstLine,
                    "this number is too large for a 64-bit floating-point number",
                    "write it as text, in quotes");
        }
        return value;
    }

    private static String text(JsonParser parser, String text, int firstLine) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                throw problem(
                        parser.currentTokenLocation(),
                        firstLine,
                        c == 0
                                ? "this text contains the NUL character \\u0000"
                                : "this text contains half a character (\\u" + Integer.toHexString(c)
                                        + " without its other half)",
                        "remove it from the text");
            }
        }
        return text;
    }

    private void checkLength(JsonParser parser, int firstLine, long start) {
        if (parser.currentLocation().getCharOffset() - start > maxChars) {
            throw StrictUtf8Reader.tooLong(line(parser.currentLocation(), firstLine), maxChars);
        }
    }

    InvalidDatasetException invalid(JsonProcessingException e, int firstLine) {
        String said = e.getOriginalMessage();
        if (e instanceof StreamConstraintsException) {
            return problem(
                    e.getLocation(), firstLine, "this item is over a limit: " + cut(said), "make the item simpler");
        }
        if (said.startsWith("Duplicate field")) {
            return problem(
                    e.getLocation(),
                    firstLine,
                    cut(said.replace("Duplicate field", "this object has twice the field")),
                    "keep one of the two");
        }
        Matcher number = NO_NUMBER.matcher(said);
        if (number.find()) {
            return problem(
                    e.getLocation(),
                    firstLine,
                    "JSON has no number " + number.group(1),
                    "write null, or a text in quotes; Python writes such numbers unless told allow_nan=False");
        }
        return problem(e.getLocation(), firstLine, "this is not valid JSON: " + cut(ownWords(said)), remedy(said));
    }

    /** Without the parser's hints at settings of its own. */
    private static String ownWords(String said) {
        return HINT.matcher(said).replaceAll("");
    }

    private static String remedy(String said) {
        if (said.contains("end-of-input")) {
            return "complete the item; in a .jsonl file each item is on one line";
        }
        if (said.contains("('''")) {
            return "JSON has double quotes only: write the file with a JSON library";
        }
        return "write the file with a JSON library, or correct the item by hand";
    }

    /** The beginning of the first line, for messages. */
    static String cut(String said) {
        String oneLine = said.lines().findFirst().orElse("");
        return oneLine.length() <= 120 ? oneLine : oneLine.substring(0, 120) + "...";
    }

    static String kind(@Nullable JsonToken token) {
        return switch (token) {
            case null -> "nothing";
            case START_ARRAY -> "a list";
            case START_OBJECT -> "an object";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a truth value";
            case VALUE_NULL -> "null";
            case END_ARRAY, END_OBJECT, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> "something else";
        };
    }

    private static InvalidDatasetException problem(
            @Nullable JsonLocation location, int firstLine, String message, String remedy) {
        if (location == null) {
            return new InvalidDatasetException(DatasetProblem.at(firstLine, message, remedy));
        }
        return new InvalidDatasetException(
                DatasetProblem.at(line(location, firstLine), Math.max(1, location.getColumnNr()), message, remedy));
    }

    private static int line(JsonLocation location, int firstLine) {
        return firstLine - 1 + Math.max(1, location.getLineNr());
    }
}
