package dev.assay.gateway.access;

import dev.assay.contracts.id.GroupId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key as it is stored: everything but the secret. */
@Entity
@Table(name = "api_key")
class StoredKey {

    @Id
    private String id;

    @Column(nullable = false)
    private String name;

    @Column(name = "group_id", nullable = false)
    private String group;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Role role;

    @Column(nullable = false)
    private byte[] hash;

    @Column(nullable = false)
    private boolean configured;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "last_used")
    private @Nullable Instant lastUsed;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @SuppressWarnings("NullAway.Init")
    StoredKey() {
        // Hibernate fills the fields.
    }

    StoredKey(String id, String name, GroupId group, Role role, byte[] hash, boolean configured, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.group = group.value();
        this.role = role;
        this.hash = hash;
        this.configured = configured;
        this.createdAt = createdAt;
    }

    String id() {
        return id;
    }

    byte[] hash() {
        return hash;
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    void restore(byte[] newHash) {
        hash = newHash;
        revokedAt = null;
    }

    @Nullable
    Instant lastUsed() {
        return lastUsed;
    }

    void used(Instant now) {
        lastUsed = now;
    }

    Caller caller() {
        return new Caller(id, name, role, new GroupId(group));
    }

    KeyView view() {
        return new KeyView(id, name, group, role.word(), createdAt, lastUsed, revokedAt);
    }
}
