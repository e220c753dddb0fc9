package dev.assay.contracts.spec;

import dev.assay.contracts.spec.document.Node;

/** Says in a message what somebody wrote: short, on one line, without control characters. */
final class Quoted {

    private static final int LONGEST = 40;

    private Quoted() {}

    /** What a value is, to follow the words "but is". */
    static String described(Node node) {
        return switch (node) {
            case Node.Sequence list -> list.items().isEmpty() ? "an empty list" : "a list";
            case Node.Mapping mapping -> "a mapping";
            case Node.Scalar scalar ->
                switch (scalar.kind()) {
                    case TEXT -> "the text " + quote(scalar.text());
                    case NUMBER, FLAG -> shortened(scalar.text(), LONGEST);
                    case NOTHING -> "empty";
                };
        };
    }

    static String quote(String text) {
        return "'" + shortened(text, LONGEST) + "'";
    }

    static String shortened(String text, int longest) {
        StringBuilder out = new StringBuilder();
        text.codePoints().limit(longest).forEach(c -> out.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return text.codePointCount(0, text.length()) > longest ? out.append('…').toString() : out.toString();
    }
}
