package dev.assay.cli.spec;

import java.util.Optional;

/**
 * Where in a spec's text the things are that this command replaces. A spec that is written wrongly has no places: it is
 * sent as it is, and the server says what is wrong with it.
 *
 * @param file the data file's key and value
 * @param group the value of {@code group}
 * @param newGroup where a group can be added
 */
record Places(Optional<FilePlace> file, Optional<Span> group, Optional<Insertion> newGroup) {

    static final Places NONE = new Places(Optional.empty(), Optional.empty(), Optional.empty());

    /** Characters from start, up to but without end; from 0. */
    record Span(int start, int end) {}

    /**
     * {@code file: items.jsonl}.
     *
     * @param key of the word {@code file}
     * @param value of the name
     * @param name what the value says
     * @param line of the value, from 1
     * @param column of the value, from 1
     */
    record FilePlace(Span key, Span value, String name, int line, int column) {}

    /** A place, and what has to stand before and after what is put there. */
    record Insertion(int at, String before, String after) {}
}
