package dev.assay.contracts.id;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The textual forms that ids may have. */
final class IdText {

    enum Form {
        ULID("[0-9a-hjkmnp-tv-z]{26}", "26 characters of lower-case Crockford base 32"),
        NAME(
                "[a-z0-9](?:[a-z0-9._-]{0,61}[a-z0-9])?",
                "1 to 63 lower-case letters, digits, '.', '_' or '-', beginning and ending with a letter or digit"),
        MODEL(
                "[A-Za-z0-9](?:[A-Za-z0-9._:@/+-]{0,126}[A-Za-z0-9])?",
                "1 to 128 letters, digits or '._:@/+-', beginning and ending with a letter or digit");

        private final Pattern pattern;
        private final String description;

        Form(String regex, String description) {
            this.pattern = Pattern.compile(regex);
            this.description = description;
        }
    }

    private IdText() {}

    static void require(String what, @Nullable String value, Form form) {
        if (value == null || !form.pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(what + " must be " + form.description + ", but is: " + value);
        }
    }
}
