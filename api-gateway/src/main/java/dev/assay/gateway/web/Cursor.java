package dev.assay.gateway.web;

import dev.assay.gateway.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place in a long list, as text that callers pass on and do not look into: the key of the last entry that they have.
 * Places do not move when entries are added.
 *
 * @param key the parts of that key, without line feeds
 */
public record Cursor(List<String> key) {

    private static final int LONGEST = 500;

    public Cursor {
        key = List.copyOf(key);
    }

    public static Cursor after(Object... key) {
        return new Cursor(Stream.of(key).map(String::valueOf).toList());
    }

    /** @throws Refusal if the text is no cursor with so many parts */
    public static Optional<Cursor> parse(@Nullable String text, int parts) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (text.length() <= LONGEST) {
                String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                List<String> key = List.of(decoded.split("\n", -1));
                if (key.size() == parts) {
                    return Optional.of(new Cursor(key));
                }
            }
        } catch (IllegalArgumentException e) {
            // Answered below, as one of another list is.
        }
        throw bad();
    }

    /** A part that is a number. */
    public long number(int part) {
        try {
            return Long.parseLong(key.get(part));
        } catch (NumberFormatException e) {
            throw bad();
        }
    }

    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("\n", key).getBytes(StandardCharsets.UTF_8));
    }

    private static Refusal bad() {
        return Refusal.malformed("cursor", "is not one that this list gave; leave it out to begin anew");
    }
}
