package dev.assay.scoring.pattern;

import dev.assay.scoring.text.PythonText;

/** Whether a place in a text is of a kind. */
final class PlaceTest {

    private PlaceTest() {}

    static boolean holds(Node.Place kind, String text, int place) {
        int length = text.length();
        return switch (kind) {
            case TEXT_START -> place == 0;
            case TEXT_END -> place == length;
            case TEXT_END_OR_LAST_LINE_FEED -> place == length || (place == length - 1 && text.charAt(place) == '\n');
            case LINE_START -> place == 0 || text.charAt(place - 1) == '\n';
            case LINE_END -> place == length || text.charAt(place) == '\n';
            case WORD_EDGE -> wordBefore(text, place) != wordAfter(text, place);
            // Nothing is no place between two equal sides: so Python up to 3.13, the versions that references ran on.
            case NO_WORD_EDGE -> length > 0 && wordBefore(text, place) == wordAfter(text, place);
        };
    }

    private static boolean wordBefore(String text, int place) {
        return place > 0 && PythonText.isWord(text.codePointBefore(place));
    }

    private static boolean wordAfter(String text, int place) {
        return place < text.length() && PythonText.isWord(text.codePointAt(place));
    }
}
