package dev.assay.contracts.spec.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.assay.contracts.spec.document.Node.Scalar;
import dev.assay.contracts.spec.document.Node.Scalar.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON as a stream of beginnings and ends. Strict: no comments, no trailing commas. */
final class JsonSource {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    // The tree has limits of its own, with better messages.
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private JsonSource() {}

    static TreeBuilder read(String text, TreeBuilder tree) throws FaultException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            int open = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (open == 0 && tree.root().isPresent()) {
                    throw FaultException.ofSyntax(new Fault(
                            at(parser.currentTokenLocation()),
                            "something follows the end of the JSON value",
                            "Remove it."));
                }
                open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                accept(parser, token, tree);
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw FaultException.ofSyntax(new Fault(
                    at(e.getLocation()),
                    "this is not JSON: " + clause(e.getOriginalMessage()),
                    "Check the commas, quotes and brackets before this place."));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can always be read", e);
        }
    }

    private static void accept(JsonParser parser, JsonToken token, TreeBuilder tree)
            throws IOException, FaultException {
        Position position = at(parser.currentTokenLocation());
        if (token.isStructStart()) {
            tree.begin(token == JsonToken.START_OBJECT, position, null);
        } else if (token.isStructEnd()) {
            tree.end();
        } else {
            String text = token == JsonToken.VALUE_NULL ? "" : parser.getText();
            tree.scalar(new Scalar(kind(token, text), text, position), null);
        }
    }

    private static Kind kind(JsonToken token, String text) {
        return switch (token) {
            case VALUE_NULL -> Kind.NOTHING;
            case VALUE_TRUE, VALUE_FALSE -> Kind.FLAG;
            // Numbers that are too long to compute with stay text, as in YAML.
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Scalars.isNumber(text) ? Kind.NUMBER : Kind.TEXT;
            default -> Kind.TEXT;
        };
    }

    private static Position at(JsonLocation location) {
        return new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    /** The parser's own words up to their end, without its list of expected tokens. */
    private static String clause(String message) {
        int end = message.indexOf(": ");
        String first = end > 0 && end < 60 ? message.substring(0, end) : message;
        String line = first.lines().findFirst().orElse("");
        return line.length() > 120 ? line.substring(0, 120) + "…" : line;
    }
}
