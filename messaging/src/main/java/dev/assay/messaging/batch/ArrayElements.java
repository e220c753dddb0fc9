package dev.assay.messaging.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes a JSON array apart without reading what it holds, so that an element that is no JSON does not hide the others.
 * Only quotes and brackets are looked at. Pure.
 */
final class ArrayElements {

    private final byte[] value;
    private int at;

    private ArrayElements(byte[] value, int begin) {
        this.value = value;
        this.at = begin + 1;
    }

    /** Whether a value is an array, by its first character. */
    static boolean isArray(byte[] value) {
        int begin = skipBlanks(value, 0);
        return begin < value.length && value[begin] == '[';
    }

    /**
     * The elements of an array, as they are written. What is left of one that breaks off is its last element, and is
     * empty if it breaks off between two.
     */
    static List<byte[]> of(byte[] array) {
        return new ArrayElements(array, skipBlanks(array, 0)).elements();
    }

    private List<byte[]> elements() {
        List<byte[]> elements = new ArrayList<>();
        boolean more = true;
        while (more) {
            int from = skipBlanks(value, at);
            at = from;
            boolean whole = skipElement();
            boolean brokenOff = at == value.length;
            more = !brokenOff && value[at] == ',';
            if (at > from || more || (!elements.isEmpty() && !brokenOff)) {
                elements.add(Arrays.copyOfRange(value, from, at));
            }
            if (brokenOff && whole) {
                elements.add(new byte[0]);
            }
            at++;
        }
        return elements;
    }

    /** Goes to the comma or bracket behind the element that begins here, or to the end. Returns whether it is closed. */
    private boolean skipElement() {
        int depth = 0;
        for (; at < value.length; at++) {
            byte character = value[at];
            if (depth == 0 && (character == ',' || character == ']')) {
                return true;
            }
            switch (character) {
                case '"' -> skipText();
                case '{', '[' -> depth++;
                case '}', ']' -> depth = Math.max(0, depth - 1);
                default -> {}
            }
        }
        at = value.length;
        return depth == 0;
    }

    /** Goes from a quote to the one that ends the text, or to the end. */
    private void skipText() {
        for (at++; at < value.length && value[at] != '"'; at++) {
            if (value[at] == '\\') {
                at++;
            }
        }
    }

    private static int skipBlanks(byte[] value, int from) {
        int at = from;
        while (at < value.length && (value[at] == ' ' || value[at] == '\n' || value[at] == '\r' || value[at] == '\t')) {
            at++;
        }
        return at;
    }
}
