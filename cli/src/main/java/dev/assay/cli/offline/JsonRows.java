package dev.assay.cli.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/** A JSON object on each line. Blank lines are passed over. NaN is read, as Python writes it, to be complained of later. */
final class JsonRows implements RowReader {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .reader();

    private final Lines lines;

    JsonRows(Lines lines) {
        this.lines = lines;
    }

    @Override
    public Optional<Row> next() throws IOException {
        while (true) {
            Optional<Lines.Line> line = lines.next();
            if (line.isEmpty() || !line.get().text().isBlank()) {
                return line.map(JsonRows::row);
            }
        }
    }

    private static Row row(Lines.Line line) {
        if (line.broken()) {
            return new Row.Bad(line.number(), "is not UTF-8");
        }
        try {
            JsonNode value = JSON.readTree(line.text());
            return value instanceof ObjectNode object
                    ? new Row.Read(line.number(), object)
                    : new Row.Bad(line.number(), "is not a JSON object");
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "" : " (column " + e.getLocation().getColumnNr() + ")";
            return new Row.Bad(line.number(), "is not JSON" + where);
        }
    }
}
