package dev.assay.gateway.access;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as its owner has it: {@code ask_<id>_<secret>}. The id is public and finds the stored hash; the secret has 260
 * random bits. Never printed by accident: {@link #toString()} hides the secret.
 */
public record ApiKey(String id, String secret) {

    private static final Pattern FORM = Pattern.compile("ask_([0-9a-z]{4,32})_([0-9A-Za-z-]{16,128})");
    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int ID_LENGTH = 10;
    private static final int SECRET_LENGTH = 52;

    /** Reads a key; empty if the text is none. */
    public static Optional<ApiKey> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new ApiKey(form.group(1), form.group(2))) : Optional.empty();
    }

    /** A new key. The source must be cryptographically strong. */
    public static ApiKey generate(RandomGenerator random) {
        return new ApiKey(letters(random, ID_LENGTH), letters(random, SECRET_LENGTH));
    }

    private static String letters(RandomGenerator random, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET[random.nextInt(ALPHABET.length)]);
        }
        return text.toString();
    }

    /** The key's whole text, to be shown to its owner once. */
    public String text() {
        return "ask_" + id + "_" + secret;
    }

    @Override
    public String toString() {
        return "ask_" + id + "_(hidden)";
    }
}
