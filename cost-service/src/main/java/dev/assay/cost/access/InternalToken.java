package dev.assay.cost.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The secret that services show each other. Never printed. */
public final class InternalToken {

    private final byte[] secret;

    public InternalToken(String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("the internal token is blank");
        }
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether this is it, in a time that does not tell how much of it was right. */
    boolean matches(@Nullable String shown) {
        return shown != null && MessageDigest.isEqual(secret, shown.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "(internal token)";
    }
}
