package dev.assay.contracts.spec.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads YAML or JSON. Stateless but for its limits; safe for use by many threads. */
public final class DocumentReader {

    private final DocumentLimits limits;

    public DocumentReader(DocumentLimits limits) {
        this.limits = limits;
    }

    /** What became of a text. */
    public sealed interface Result {

        /** It is a document. */
        record Document(Node root) implements Result {}

        /** It is none, for these reasons; at least one. */
        record Unreadable(List<Fault> faults) implements Result {

            public Unreadable {
                faults = List.copyOf(faults);
            }
        }
    }

    /**
     * Reads a text in UTF-8.
     *
     * @param name of the file; an end in {@code .json} says that the text is meant as JSON. Otherwise it is read as JSON
     *     if it begins with a brace or bracket and is JSON, and else as YAML
     */
    public Result read(byte[] text, String name) {
        if (text.length > limits.bytes()) {
            return new Result.Unreadable(List.of(tooLarge()));
        }
        try {
            return parse(Utf8Text.decode(text), name);
        } catch (FaultException e) {
            return new Result.Unreadable(List.of(e.fault()));
        }
    }

    /** The same for a text that is in memory as characters. */
    public Result read(String text, String name) {
        return text.length() > limits.bytes()
                ? new Result.Unreadable(List.of(tooLarge()))
                : read(text.getBytes(StandardCharsets.UTF_8), name);
    }

    private Fault tooLarge() {
        return new Fault(
                null,
                "the text is larger than " + (limits.bytes() >> 20) + " MiB",
                "Put the data into a file of its own and name it: dataset: {file: items.jsonl}.");
    }

    private Result parse(String text, String name) throws FaultException {
        boolean named = name.toLowerCase(Locale.ROOT).endsWith(".json");
        if (named || looksLikeJson(text)) {
            try {
                return finish(JsonSource.read(text, new TreeBuilder(limits, false)));
            } catch (FaultException e) {
                if (named || !e.isSyntax()) {
                    throw e;
                }
                // A YAML flow mapping such as {name: x} begins like JSON and is none.
            }
        }
        return finish(YamlSource.read(text, new TreeBuilder(limits, true)));
    }

    private static boolean looksLikeJson(String text) {
        String begin = text.stripLeading();
        return begin.startsWith("{") || begin.startsWith("[");
    }

    private static Result finish(TreeBuilder tree) {
        if (!tree.duplicates().isEmpty()) {
            return new Result.Unreadable(tree.duplicates());
        }
        Optional<Node> root = tree.root();
        return root.isPresent()
                ? new Result.Document(root.get())
                : new Result.Unreadable(
                        List.of(new Fault(null, "the text is empty", "Write a mapping: `name: value`.")));
    }
}
