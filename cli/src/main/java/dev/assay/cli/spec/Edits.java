package dev.assay.cli.spec;

import java.util.Comparator;
import java.util.List;

/**
 * A text with some places replaced, which knows where each place was before. No replacement changes the number of
 * lines before another place, so that a line has the same number in both texts.
 *
 * @param text before
 * @param edits in any order; they do not overlap
 */
record Edits(String text, List<Edit> edits) {

    /**
     * A replacement.
     *
     * @param start first character that goes, from 0
     * @param end first character that stays
     */
    record Edit(int start, int end, String replacement) {

        int growth() {
            return replacement.length() - (end - start);
        }
    }

    Edits {
        edits = edits.stream().sorted(Comparator.comparingInt(Edit::start)).toList();
    }

    String applied() {
        StringBuilder result = new StringBuilder();
        int done = 0;
        for (Edit edit : edits) {
            result.append(text, done, edit.start()).append(edit.replacement());
            done = edit.end();
        }
        return result.append(text, done, text.length()).toString();
    }

    /** The column of the old text for a column of the new one; both from 1. */
    int column(int line, int column) {
        int begin = begin(line);
        int at = column - 1;
        for (Edit edit : edits) {
            int place = edit.start() - begin;
            boolean here = place >= 0 && text.substring(begin, edit.start()).indexOf('\n') < 0;
            if (here && at >= place + edit.replacement().length()) {
                at -= edit.growth();
            } else if (here && at > place) {
                return place + 1;
            }
        }
        return at + 1;
    }

    private int begin(int line) {
        int begin = 0;
        for (int i = 1; i < line; i++) {
            int end = text.indexOf('\n', begin);
            if (end < 0) {
                return begin;
            }
            begin = end + 1;
        }
        return begin;
    }
}
