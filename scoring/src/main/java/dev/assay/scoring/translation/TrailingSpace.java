package dev.assay.scoring.translation;

import dev.assay.scoring.text.PythonText;

/** White space at the end of a line, which all of sacreBLEU's metrics but chrF cut off first. */
final class TrailingSpace {

    private TrailingSpace() {}

    static String removedFrom(String text) {
        int end = text.length();
        while (end > 0 && PythonText.isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }
}
