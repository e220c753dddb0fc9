package dev.assay.scoring.sentence;

import dev.assay.scoring.text.PythonText;

/**
 * A word or mark of a text, as Punkt looks at it.
 *
 * @param text as written
 * @param type in lower case, or "##number##"
 */
record Token(String text, String type) {

    static final String NUMBER = "##number##";

    static Token of(String text) {
        return new Token(text, isNumber(text) ? NUMBER : PythonText.lower(text));
    }

    boolean endsWithStop() {
        return text.endsWith(".");
    }

    boolean isEllipsis() {
        return text.length() >= 2 && text.chars().allMatch(c -> c == '.');
    }

    /** One letter and a full stop. */
    boolean isInitial() {
        int letter = text.codePointAt(0);
        int length = Character.charCount(letter);
        return text.length() == length + 1
                && text.charAt(length) == '.'
                && PythonText.isWord(letter)
                && !Character.isDigit(letter);
    }

    boolean startsUpper() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    boolean startsLower() {
        return Character.isLowerCase(text.codePointAt(0));
    }

    String typeWithoutStop() {
        return type.length() > 1 && type.endsWith(".") ? type.substring(0, type.length() - 1) : type;
    }

    /** Perhaps a minus, perhaps a mark, then a digit, then digits, marks and hyphens. */
    private static boolean isNumber(String text) {
        int at = text.startsWith("-") ? 1 : 0;
        if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
            at++;
        }
        if (at >= text.length() || !Character.isDigit(text.codePointAt(at))) {
            return false;
        }
        return text.substring(at).codePoints().allMatch(c -> Character.isDigit(c) || c == ',' || c == '.' || c == '-');
    }
}
