package dev.assay.gateway.access;

import dev.assay.contracts.id.GroupId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * Says who shows a key or a session's token, and hands out and takes back both. A key counts as used within about a
 * minute. Thread-safe.
 */
@ApplicationScoped
class Identities {

    static final Duration SESSION = Duration.ofHours(12);
    private static final Duration USE_NOTED_AGAIN_AFTER = Duration.ofMinutes(1);
    private static final Logger LOG = Logger.getLogger(Identities.class);

    private final StoredKeys keys;
    private final WebSessions sessions;
    private final SecretHash hashes;
    private final RandomGenerator random;
    private final Clock clock;
    private final Recognised recognised = new Recognised();

    Identities(StoredKeys keys, WebSessions sessions, AccessConfig config, RandomGenerator random, Clock clock) {
        this.keys = keys;
        this.sessions = sessions;
        this.hashes = new SecretHash(config.keyPepper().value());
        this.random = random;
        this.clock = clock;
    }

    /** Whose key that is; empty if it is none, is unknown, wrong or revoked. */
    @Transactional
    Optional<Caller> byKey(String shown) {
        Optional<ApiKey> key = ApiKey.parse(shown);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        String hash = HexFormat.of().formatHex(hashes.of(shown));
        Optional<Caller> known = recognised.find(hash, now);
        if (known.isPresent()) {
            return known;
        }
        Optional<Caller> caller = keys.findByIdOptional(key.get().id())
                .filter(stored ->
                        !stored.isRevoked() && hashes.matches(key.get().secret(), stored.hash()))
                .map(stored -> noted(stored, now));
        caller.ifPresent(found -> recognised.remember(hash, found, now));
        return caller;
    }

    private static Caller noted(StoredKey stored, Instant now) {
        Instant before = stored.lastUsed();
        if (before == null || before.plus(USE_NOTED_AGAIN_AFTER).isBefore(now)) {
            stored.used(now);
        }
        return stored.caller();
    }

    /** Whose session that is; empty if it is unknown, over, or its key was revoked. */
    @Transactional
    Optional<Caller> bySession(String token) {
        Instant now = clock.instant();
        byte[] hash = hashes.of(token);
        String name = HexFormat.of().formatHex(hash);
        Optional<Caller> known = recognised.find(name, now);
        if (known.isPresent()) {
            return known;
        }
        Optional<Caller> caller = sessions.findByIdOptional(hash)
                .filter(session -> session.holdsAt(now))
                .flatMap(session -> keys.findByIdOptional(session.keyId()))
                .filter(key -> !key.isRevoked())
                .map(StoredKey::caller);
        caller.ifPresent(found -> recognised.remember(name, found, now));
        return caller;
    }

    /** Begins a session and returns its token; the database has only the hash. */
    @Transactional
    String beginSession(Caller caller) {
        Instant now = clock.instant();
        long over = sessions.deleteExpired(now);
        if (over > 0) {
            LOG.debugf("Sessions that were over have been removed. count=%d", over);
        }
        String token = ApiKey.generate(random).secret();
        sessions.persist(new WebSession(hashes.of(token), caller.keyId(), now, now.plus(SESSION)));
        return token;
    }

    @Transactional
    void endSession(String token) {
        byte[] hash = hashes.of(token);
        recognised.forget(HexFormat.of().formatHex(hash));
        var unused = sessions.deleteById(hash);
    }

    /** Makes a key. Its secret exists in the answer only. */
    @Transactional
    NewKey create(String name, GroupId group, Role role) {
        ApiKey key = ApiKey.generate(random);
        StoredKey stored = new StoredKey(key.id(), name, group, role, hashes.of(key.secret()), false, clock.instant());
        keys.persist(stored);
        LOG.infof("A key was made. key=%s groupId=%s role=%s", key.id(), group, role.word());
        return new NewKey(stored.view(), key);
    }

    /** A new key, and the only place where its secret is. */
    record NewKey(KeyView view, ApiKey key) {}

    @Transactional
    List<KeyView> list() {
        return keys.newestFirst().stream().map(StoredKey::view).toList();
    }

    /** Takes a key back; false if there is none with that id. */
    @Transactional
    boolean revoke(String id) {
        Optional<StoredKey> key = keys.findByIdOptional(id);
        key.ifPresent(stored -> stored.revoke(clock.instant()));
        recognised.forgetKey(id);
        LOG.infof("A key was revoked. key=%s", id);
        return key.isPresent();
    }

    /** Makes this the one administrator's key that the configuration gives, and takes back earlier ones. */
    @Transactional
    void configure(ApiKey admin, GroupId group) {
        Instant now = clock.instant();
        byte[] hash = hashes.of(admin.secret());
        keys.findByIdOptional(admin.id())
                .ifPresentOrElse(
                        stored -> stored.restore(hash),
                        () -> keys.persist(
                                new StoredKey(admin.id(), "configured admin key", group, Role.ADMIN, hash, true, now)));
        keys.configuredExcept(admin.id()).forEach(earlier -> earlier.revoke(now));
    }
}
