package dev.assay.contracts.spec;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says whether a text tells where a key is, and not the key itself. What looks like a key is never quoted. */
final class KeyPlace {

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");
    private static final int LONGEST_PATH = 4_096;

    private KeyPlace() {}

    static @Nullable String envComplaint(String text) {
        return VARIABLE.matcher(text).matches() ? null : "must be the name of an environment variable";
    }

    static @Nullable String fileComplaint(String text) {
        boolean path = !text.isBlank() && text.length() <= LONGEST_PATH && text.indexOf('\0') < 0;
        boolean looksLikeKey = text.startsWith("sk-") || text.startsWith("Bearer ");
        return path && !looksLikeKey ? null : "must be the path of a file";
    }
}
