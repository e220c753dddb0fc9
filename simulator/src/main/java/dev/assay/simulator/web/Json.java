package dev.assay.simulator.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.CharConversionException;
import java.io.IOException;

/** Writes small JSON replies of the simulator's own endpoints. Thread-safe. */
final class Json {

    /** Writes one object's fields. */
    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private final ObjectMapper mapper = new ObjectMapper();

    void reply(HttpServerResponse response, int status, Body fields) {
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(object(fields));
    }

    void error(HttpServerResponse response, int status, String message) {
        reply(response, status, json -> {
            json.writeObjectFieldStart("error");
            json.writeStringField("message", message);
            json.writeStringField("type", "invalid_request_error");
            json.writeNullField("param");
            json.writeNullField("code");
            json.writeEndObject();
        });
    }

    Buffer object(Body fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = mapper.createGenerator(bytes)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return Buffer.buffer(bytes.toByteArray());
    }

    /**
     * Parses any JSON to maps, lists, texts and numbers.
     *
     * @throws JsonProcessingException if it is none
     */
    Object parse(byte[] text) throws JsonProcessingException {
        try {
            return mapper.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (CharConversionException e) {
            throw new JsonParseException(null, "it is not text in UTF-8", e);
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }
}
