package dev.assay.wordnet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file of the dictionary as it is: lines of ASCII, sorted by their first word, after a licence whose lines begin with a
 * space. Immutable.
 */
final class DictionaryFile {

    private static final String FOLDER = "/net/sf/extjwnl/data/wordnet/wn30/";

    private final byte[] bytes;

    private DictionaryFile(byte[] bytes) {
        this.bytes = bytes;
    }

    static DictionaryFile read(String name) {
        try (InputStream file = DictionaryFile.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalStateException("WordNet's file " + name + " is not on the class path");
            }
            return new DictionaryFile(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fields of a line, which single spaces separate. */
    static List<String> fields(String line) {
        return List.of(line.strip().split(" "));
    }

    Stream<String> lines() {
        return new String(bytes, StandardCharsets.US_ASCII).lines();
    }

    /** The line that begins at a byte. */
    String lineAt(int start) {
        return new String(bytes, start, end(start) - start, StandardCharsets.US_ASCII);
    }

    /** The line whose first word this is, by bisection. */
    Optional<String> line(String word) {
        byte[] sought = (word + " ").getBytes(StandardCharsets.UTF_8);
        // The empty word would find the licence, and one with a space the middle of a line.
        boolean possible = !word.isEmpty() && word.indexOf(' ') < 0;
        int low = 0;
        int high = possible ? bytes.length : 0;
        while (low < high) {
            int start = start((low + high) >>> 1);
            int order = compare(start, sought);
            if (order == 0) {
                return Optional.of(lineAt(start));
            }
            if (order < 0) {
                low = end(start) + 1;
            } else {
                high = start;
            }
        }
        return Optional.empty();
    }

    private int start(int place) {
        int start = place;
        while (start > 0 && bytes[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    private int end(int place) {
        int end = place;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    /** How the line's beginning compares with the sought one, as unsigned bytes; 0 if it begins with it. */
    private int compare(int start, byte[] sought) {
        for (int i = 0; i < sought.length; i++) {
            int order = start + i < bytes.length ? (bytes[start + i] & 0xff) - (sought[i] & 0xff) : -1;
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
