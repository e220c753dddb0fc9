package dev.assay.contracts.spec;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.spec.document.Node;
import dev.assay.contracts.spec.document.Node.Entry;
import dev.assay.contracts.spec.document.Node.Mapping;
import dev.assay.contracts.spec.document.Node.Scalar;
import dev.assay.contracts.spec.document.Position;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What somebody wrote, as a tree that knows its lines. Immutable.
 *
 * @param source the name of the file or of the request
 * @param root the document
 */
public record SpecDocument(String source, Node root) {

    /** A problem that was found later, such as a model that nobody registered, at its place in the text. */
    public SpecProblem problem(SpecPath path, String message, String remedy) {
        Position position = path.positionIn(root);
        return new SpecProblem(path.toString(), position.line(), position.column(), message, remedy);
    }

    /** Whether anything is written there. */
    public boolean has(SpecPath path) {
        return path.isIn(root);
    }

    /** The same run over data that was uploaded: {@code benchmark.dataset} becomes {@code {hash: …}}. */
    public SpecDocument withStoredDataset(ContentHash hash) {
        Position place = SpecPath.of("benchmark").key("dataset").positionIn(root);
        Node stored = new Mapping(
                List.of(new Entry("hash", place, new Scalar(Scalar.Kind.TEXT, hash.value(), place))), place);
        return new SpecDocument(source, replace(root, List.of("benchmark", "dataset"), stored));
    }

    private static Node replace(Node in, List<String> path, Node by) {
        if (path.isEmpty()) {
            return by;
        }
        if (!(in instanceof Mapping mapping) || mapping.entry(path.getFirst()).isEmpty()) {
            throw new IllegalStateException("the document has no " + path.getFirst());
        }
        List<Entry> entries = mapping.entries().stream()
                .map(e -> e.key().equals(path.getFirst())
                        ? new Entry(e.key(), e.keyPosition(), replace(e.value(), path.subList(1, path.size()), by))
                        : e)
                .toList();
        return new Mapping(entries, mapping.position());
    }

    /** The document as JSON: aliases unfolded, numbers with the digits of the source. */
    public String json() {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = EventJson.mapper().getFactory().createGenerator(out)) {
            write(root, json);
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory can always be written", e);
        }
        return out.toString();
    }

    private static void write(Node node, JsonGenerator json) throws IOException {
        switch (node) {
            case Mapping mapping -> {
                json.writeStartObject();
                for (Entry entry : mapping.entries()) {
                    json.writeFieldName(entry.key());
                    write(entry.value(), json);
                }
                json.writeEndObject();
            }
            case Node.Sequence list -> {
                json.writeStartArray();
                for (Node item : list.items()) {
                    write(item, json);
                }
                json.writeEndArray();
            }
            case Scalar scalar -> {
                switch (scalar.kind()) {
                    case TEXT -> json.writeString(scalar.text());
                    case NUMBER -> json.writeNumber(scalar.text());
                    case FLAG -> json.writeBoolean(scalar.text().equals("true"));
                    case NOTHING -> json.writeNull();
                }
            }
        }
    }
}
