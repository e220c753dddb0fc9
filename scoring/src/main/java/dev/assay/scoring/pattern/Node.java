package dev.assay.scoring.pattern;

import java.util.List;

/** A pattern as a tree. Flags are already resolved: a node means the same wherever it stands. */
sealed interface Node {

    /** One code point out of a set. */
    record One(CharSet set) implements Node {}

    record Sequence(List<Node> parts) implements Node {}

    /** The first branch that leads to a match is taken. */
    record Choice(List<Node> branches) implements Node {}

    /** @param maximum {@link #UNBOUNDED} or at least {@code minimum} */
    record Repeat(Node body, int minimum, int maximum, boolean greedy) implements Node {}

    /** @param number from 1 */
    record Capture(Node body, int number) implements Node {}

    record Anchor(Place place) implements Node {}

    /** @param width how far before the place the body starts, in code points; 0: look ahead */
    record Look(Node body, boolean negative, boolean behind, int width) implements Node {}

    int UNBOUNDED = -1;

    /** Places that match without a character. */
    enum Place {
        TEXT_START,
        TEXT_END,
        /** The end, or before a line feed that ends the text: Python's dollar sign. */
        TEXT_END_OR_LAST_LINE_FEED,
        LINE_START,
        LINE_END,
        WORD_EDGE,
        NO_WORD_EDGE
    }
}
