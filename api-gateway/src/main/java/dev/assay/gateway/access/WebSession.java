package dev.assay.gateway.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A session of the page, found by the hash of its token. */
@Entity
@Table(name = "web_session")
class WebSession {

    @Id
    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "key_id", nullable = false)
    private String keyId;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init")
    WebSession() {
        // Hibernate fills the fields.
    }

    WebSession(byte[] tokenHash, String keyId, Instant createdAt, Instant expiresAt) {
        this.tokenHash = tokenHash;
        this.keyId = keyId;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    String keyId() {
        return keyId;
    }

    boolean holdsAt(Instant now) {
        return now.isBefore(expiresAt);
    }
}
