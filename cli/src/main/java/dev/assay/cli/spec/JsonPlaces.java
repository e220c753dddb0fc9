package dev.assay.cli.spec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places in JSON.
 *
 * @param text of the spec
 */
record JsonPlaces(String text) {

    private static final JsonPointer DATASET = JsonPointer.compile("/benchmark/dataset");
    private static final JsonPointer FILE = JsonPointer.compile("/benchmark/dataset/file");
    private static final JsonPointer GROUP = JsonPointer.compile("/group");

    Places find() {
        Places.@Nullable FilePlace file = null;
        Places.@Nullable Span group = null;
        Places.@Nullable Span key = null;
        int siblings = 0;
        try (JsonParser parser = JsonFactory.builder().build().createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Places.NONE;
            }
            int brace = (int) parser.currentTokenLocation().getCharOffset();
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                JsonPointer place = parser.getParsingContext().pathAsPointer();
                if (token == JsonToken.FIELD_NAME) {
                    siblings += DATASET.equals(place.head()) ? 1 : 0;
                    key = FILE.equals(place) ? span(parser) : key;
                } else if (token == JsonToken.VALUE_STRING && FILE.equals(place) && key != null) {
                    JsonLocation at = parser.currentTokenLocation();
                    file = new Places.FilePlace(key, span(parser), parser.getText(), at.getLineNr(), at.getColumnNr());
                } else if (token.isScalarValue() && GROUP.equals(place)) {
                    group = span(parser);
                }
            }
            boolean empty = text.substring(brace + 1).stripLeading().startsWith("}");
            return new Places(
                    siblings == 1 ? Optional.ofNullable(file) : Optional.empty(),
                    Optional.ofNullable(group),
                    Optional.of(new Places.Insertion(brace + 1, "", empty ? "" : ", ")));
        } catch (IOException e) {
            // The server reads it too, and says more precisely what is wrong.
            return Places.NONE;
        }
    }

    private static Places.Span span(JsonParser parser) throws IOException {
        // Texts are read lazily: only then is the parser behind the closing quote.
        parser.getText();
        return new Places.Span((int) parser.currentTokenLocation().getCharOffset(), (int)
                parser.currentLocation().getCharOffset());
    }
}
