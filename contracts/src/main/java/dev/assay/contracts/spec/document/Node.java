package dev.assay.contracts.spec.document;

import java.util.List;
import java.util.Optional;

/** A value of a document, with the place where it was written. Immutable. */
public sealed interface Node {

    /** Where it begins; of an alias, where the anchored value begins. */
    Position position();

    /** Text, a number, true, false or nothing. */
    record Scalar(Kind kind, String text, Position position) implements Node {

        /** What a scalar is. Only what JSON knows too counts as other than text. */
        public enum Kind {
            TEXT,
            /** Its text is a JSON number, with the digits of the source. */
            NUMBER,
            /** Its text is {@code true} or {@code false}. */
            FLAG,
            /** Its text is empty. */
            NOTHING
        }

        public boolean isNothing() {
            return kind == Kind.NOTHING;
        }

        public boolean isNumber() {
            return kind == Kind.NUMBER;
        }

        public boolean isFlag() {
            return kind == Kind.FLAG;
        }
    }

    /** A list. */
    record Sequence(List<Node> items, Position position) implements Node {

        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Keys, each once, with their values in the order of the source. */
    record Mapping(List<Entry> entries, Position position) implements Node {

        public Mapping {
            entries = List.copyOf(entries);
        }

        public Optional<Entry> entry(String key) {
            return entries.stream().filter(e -> e.key().equals(key)).findFirst();
        }

        /** The value under a key. An explicit null counts as absent. */
        public Optional<Node> get(String key) {
            return entry(key).map(Entry::value).filter(v -> !(v instanceof Scalar scalar && scalar.isNothing()));
        }
    }

    /** One key and its value. */
    record Entry(String key, Position keyPosition, Node value) {}
}
