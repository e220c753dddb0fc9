package dev.assay.benchmarks.dataset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The content hash of a dataset: SHA-256 over the canonical JSON of its items in order, each followed by a line feed, in
 * UTF-8. Not safe for use by many threads.
 */
public final class DatasetDigest {

    private final MessageDigest sha256 = sha256();

    /** Adds the next item by its canonical JSON. */
    public void add(String canonicalJson) {
        sha256.update(canonicalJson.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) '\n');
    }

    /** The hash of all items added since the last call, as {@code sha256:} and 64 lower-case hexadecimal digits. */
    public String finish() {
        return "sha256:" + HexFormat.of().formatHex(sha256.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
