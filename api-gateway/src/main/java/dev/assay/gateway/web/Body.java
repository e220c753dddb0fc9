package dev.assay.gateway.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.assay.contracts.json.EventJson;
import dev.assay.gateway.problem.Refusal;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.stream.Collectors;

/** Reads request bodies up to a limit. */
public final class Body {

    private static final int SMALL = 64 * 1024;

    /** Strict where events are lenient: a field that means nothing is a mistake of the caller. */
    private static final ObjectMapper MAPPER = EventJson.mapper()
            .copy()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Body() {}

    /**
     * The whole body.
     *
     * @throws Refusal if it is longer than the limit
     */
    public static byte[] bytes(InputStream body, long limit) {
        try {
            byte[] read = body.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, limit + 1));
            if (read.length > limit) {
                throw Refusal.tooLarge("the body is longer than " + limit + " bytes");
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A small JSON object.
     *
     * @throws Refusal if it is no JSON, or has fields or types that the record has not
     */
    public static <T> T json(InputStream body, Class<T> type) {
        byte[] text = bytes(body, SMALL);
        if (text.length == 0) {
            throw Refusal.malformed("body", "it is empty, but has to be a JSON object");
        }
        try {
            T value = MAPPER.readValue(text, type);
            if (value == null) {
                throw Refusal.malformed("body", "it has to be a JSON object, not null");
            }
            return value;
        } catch (UnrecognizedPropertyException e) {
            throw Refusal.malformed(
                    "body",
                    "there is no field '" + e.getPropertyName() + "'; there are " + names(e.getKnownPropertyIds()));
        } catch (MismatchedInputException e) {
            String path = e.getPath().stream()
                    .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                    .collect(Collectors.joining("."));
            throw Refusal.malformed(
                    "body", (path.isEmpty() ? "it" : "'" + path + "'") + " is missing or has the wrong type");
        } catch (JsonProcessingException e) {
            throw Refusal.malformed("body", "this is not valid JSON" + place(e.getLocation()));
        } catch (CharConversionException e) {
            throw Refusal.malformed("body", "this is not text in UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String names(Collection<Object> known) {
        return known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String place(JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
