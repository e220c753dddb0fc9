package dev.assay.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Addresses content by its SHA-256: {@code sha256:} and 64 hexadecimal digits in lower case. */
public record ContentHash(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("sha256:[0-9a-f]{64}");

    @JsonCreator
    public ContentHash {
        if (!isHash(value)) {
            throw new IllegalArgumentException("content hash must be sha256: and 64 hex digits, but is: " + value);
        }
    }

    /** Whether the text is a content hash. */
    public static boolean isHash(String text) {
        return FORM.matcher(text).matches();
    }

    public static ContentHash of(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new ContentHash("sha256:" + HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public static ContentHash of(String content) {
        return of(content.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return value;
    }
}
