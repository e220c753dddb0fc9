package dev.assay.gateway.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hashes secrets with HMAC-SHA-256 under a pepper that is not in the database, so that a copy of the database alone is
 * worth nothing. Secrets are long and random, so one round is enough. Thread-safe.
 */
final class SecretHash {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec pepper;

    SecretHash(String pepper) {
        this.pepper = new SecretKeySpec(pepper.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    byte[] of(String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(pepper);
            return mac.doFinal(secret.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** Whether the hash is the secret's, in a time that does not tell how much of it was right. */
    boolean matches(String secret, byte[] hash) {
        return MessageDigest.isEqual(of(secret), hash);
    }
}
