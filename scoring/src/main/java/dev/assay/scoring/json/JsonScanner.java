package dev.assay.scoring.json;

/** Reads the parts of a JSON text that hold no other values. */
final class JsonScanner {

    /** What {@link #peek} gives behind the last character. */
    private static final char END = '\0';

    private static final int MOST_DIGITS = 4_300;

    private final String text;
    private int place;

    JsonScanner(String text) {
        this.text = text;
    }

    boolean isAtEnd() {
        return place == text.length();
    }

    char peek() {
        return isAtEnd() ? END : text.charAt(place);
    }

    void skipSpace() {
        while (!isAtEnd() && " \t\n\r".indexOf(peek()) >= 0) {
            place++;
        }
    }

    boolean take(String expected) {
        boolean there = text.startsWith(expected, place);
        if (there) {
            place += expected.length();
        }
        return there;
    }

    void expect(String expected) {
        if (!take(expected)) {
            throw wrong("'" + expected + "' is missing");
        }
    }

    JsonException wrong(String problem) {
        return new JsonException(problem, place);
    }

    double number() {
        int start = place;
        take("-");
        int whole = place;
        if (!take("0")) {
            digits();
        }
        if (place == whole) {
            throw wrong("no value");
        }
        int end = place;
        boolean fraction = optional(".", "");
        boolean exponent = optional("e", "+-") || optional("E", "+-");
        if (!fraction && !exponent && end - whole > MOST_DIGITS) {
            throw wrong("a number that is too long");
        }
        return Double.parseDouble(text.substring(start, place));
    }

    /** A mark, perhaps a sign, and digits; nothing is read if there are no digits. */
    private boolean optional(String mark, String signs) {
        int start = place;
        if (!take(mark)) {
            return false;
        }
        if (!isAtEnd() && signs.indexOf(peek()) >= 0) {
            place++;
        }
        int first = place;
        digits();
        if (place == first) {
            place = start;
            return false;
        }
        return true;
    }

    private void digits() {
        while (peek() >= '0' && peek() <= '9') {
            place++;
        }
    }

    String string() {
        expect("\"");
        StringBuilder read = new StringBuilder();
        while (!take("\"")) {
            if (isAtEnd()) {
                throw wrong("a string without end");
            }
            char next = text.charAt(place++);
            if (next < ' ') {
                throw wrong("a control character in a string");
            }
            read.append(next == '\\' ? escaped() : next);
        }
        return read.toString();
    }

    private char escaped() {
        char letter = peek();
        place++;
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hexadecimal();
            default -> throw wrong("an unknown escape");
        };
    }

    private char hexadecimal() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = peek() < 128 ? Character.digit(peek(), 16) : -1;
            if (digit < 0) {
                throw wrong("an escape without four digits");
            }
            value = value * 16 + digit;
            place++;
        }
        return (char) value;
    }
}
