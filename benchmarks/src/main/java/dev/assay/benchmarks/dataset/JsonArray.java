package dev.assay.benchmarks.dataset;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One JSON array whose elements are objects, read one element at a time. */
final class JsonArray implements ItemSource {

    private final StrictUtf8Reader in;
    private final JsonItems items;
    private final JsonParser parser;
    private boolean opened;

    JsonArray(StrictUtf8Reader in, DatasetLimits limits) throws IOException {
        this.in = in;
        this.items = new JsonItems(limits);
        this.parser = items.parser(in);
    }

    @Override
    public @Nullable RawItem next() throws IOException {
        try {
            if (!opened && !open()) {
                return null;
            }
            JsonToken token = parser.nextToken();
            if (token == JsonToken.END_ARRAY) {
                items.expectEnd(parser, 1);
                return null;
            }
            int line = parser.currentTokenLocation().getLineNr();
            in.recordStarts(line);
            items.expectObject(parser, 1);
            return new RawItem(line, items.object(parser, 1));
        } catch (JsonProcessingException e) {
            throw items.invalid(e, 1);
        }
    }

    /** Goes past the opening bracket; false if the file is blank. */
    private boolean open() throws IOException {
        opened = true;
        JsonToken token = parser.nextToken();
        if (token == null) {
            return false;
        }
        if (token != JsonToken.START_ARRAY) {
            throw new InvalidDatasetException(DatasetProblem.at(
                    parser.currentTokenLocation().getLineNr(),
                    parser.currentTokenLocation().getColumnNr(),
                    "a .json dataset is one list of objects, but this is " + JsonItems.kind(token),
                    token == JsonToken.START_OBJECT
                            ? "put the items into [ ], or name the file .jsonl if each line is one object"
                            : "put the items into [ ]"));
        }
        return true;
    }
}
