package dev.assay.contracts.id;

import org.jspecify.annotations.Nullable;

/** The textual forms that ids have. Checked by hand, not by pattern: every event of a run is full of ids. */
public enum IdForm {
    /** A ULID in lower case. */
    ULID(
            26,
            26,
            "0123456789abcdefghjkmnpqrstvwxyz",
            "",
            "[0-9a-hjkmnp-tv-z]{26}",
            "26 characters of lower-case Crockford base 32"),
    /** Of groups, pools, connections, workers and price books. */
    NAME(
            1,
            63,
            "0123456789abcdefghijklmnopqrstuvwxyz",
            "._-",
            "[a-z0-9](?:[a-z0-9._-]{0,61}[a-z0-9])?",
            "1 to 63 lower-case letters, digits, '.', '_' or '-', beginning and ending with a letter or digit"),
    /** Of models, whose names come from providers. */
    MODEL(
            1,
            128,
            "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
            "._:@/+-",
            "[A-Za-z0-9](?:[A-Za-z0-9._:@/+-]{0,126}[A-Za-z0-9])?",
            "1 to 128 letters, digits or '._:@/+-', beginning and ending with a letter or digit");

    private static final int ASCII = 128;

    private final int shortest;
    private final int longest;
    private final String pattern;
    private final String description;

    /** By character: whether it may stand in an id, and whether also at its ends. */
    private final boolean[] allowed = new boolean[ASCII];

    private final boolean[] allowedAtEnds = new boolean[ASCII];

    IdForm(int shortest, int longest, String ends, String inner, String pattern, String description) {
        this.shortest = shortest;
        this.longest = longest;
        this.pattern = pattern;
        this.description = description;
        ends.chars().forEach(c -> allowedAtEnds[c] = true);
        (ends + inner).chars().forEach(c -> allowed[c] = true);
    }

    public boolean matches(@Nullable String text) {
        if (text == null || text.length() < shortest || text.length() > longest) {
            return false;
        }
        int last = text.length() - 1;
        for (int i = 0; i <= last; i++) {
            char c = text.charAt(i);
            if (c >= ASCII || !allowed[c]) {
                return false;
            }
        }
        return allowedAtEnds[text.charAt(0)] && allowedAtEnds[text.charAt(last)];
    }

    /** The same as a regular expression over the whole text, for JSON Schemas. */
    public String pattern() {
        return pattern;
    }

    /** The same for people, to follow the words "must be". */
    public String description() {
        return description;
    }

    void require(String what, @Nullable String text) {
        if (!matches(text)) {
            throw new IllegalArgumentException(what + " must be " + description + ", but is: " + text);
        }
    }
}
