package dev.assay.scoring.pattern;

/** A pattern's code points with a place in it, and the words for what is wrong there. */
final class PatternReader {

    /** What reading past the end gives. */
    static final int END = -1;

    private final String pattern;
    private final int[] codePoints;
    private int at;

    PatternReader(String pattern) {
        this.pattern = pattern;
        this.codePoints = pattern.codePoints().toArray();
    }

    int position() {
        return at;
    }

    void returnTo(int position) {
        at = position;
    }

    boolean isAtEnd() {
        return at >= codePoints.length;
    }

    int peek() {
        return peek(0);
    }

    int peek(int ahead) {
        return at + ahead < codePoints.length ? codePoints[at + ahead] : END;
    }

    int next() {
        return isAtEnd() ? END : codePoints[at++];
    }

    /** Takes the text if it stands here. */
    boolean take(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (peek(i) != text.charAt(i)) {
                return false;
            }
        }
        at += text.length();
        return true;
    }

    /** Reads decimal digits, none included. */
    String digits() {
        StringBuilder digits = new StringBuilder();
        while (peek() >= '0' && peek() <= '9') {
            digits.append((char) next());
        }
        return digits.toString();
    }

    /** Reads up to and without the terminator, and skips that. */
    String until(char terminator) {
        StringBuilder text = new StringBuilder();
        while (peek() != terminator) {
            if (isAtEnd()) {
                throw wrong("missing '" + terminator + "'");
            }
            text.appendCodePoint(next());
        }
        at++;
        return text.toString();
    }

    PatternException wrong(String problem) {
        return new PatternException(problem, pattern, at);
    }
}
