package dev.assay.contracts.spec.document;

/**
 * A place in a text.
 *
 * @param line from 1
 * @param column in characters, from 1
 */
public record Position(int line, int column) {

    /** The beginning of a text. */
    public static final Position START = new Position(1, 1);

    public Position {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("lines and columns count from 1");
        }
    }
}
