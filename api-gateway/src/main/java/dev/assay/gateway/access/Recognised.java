package dev.assay.gateway.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers for a few seconds who a shown secret belongs to, by its hash, so that a page full of requests does not mean
 * as many queries. A revoked key is forgotten at once here and after {@link #FOR} by other gateways. Thread-safe.
 */
final class Recognised {

    static final Duration FOR = Duration.ofSeconds(5);
    private static final int MOST = 1_000;

    private final Map<String, Known> entries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<Caller> find(String hash, Instant now) {
        Known entry = entries.get(hash);
        return entry != null && now.isBefore(entry.until()) ? Optional.of(entry.caller()) : Optional.empty();
    }

    synchronized void remember(String hash, Caller caller, Instant now) {
        entries.put(hash, new Known(caller, now.plus(FOR)));
    }

    synchronized void forgetKey(String keyId) {
        entries.values().removeIf(entry -> entry.caller().keyId().equals(keyId));
    }

    synchronized void forget(String hash) {
        entries.remove(hash);
    }

    private record Known(Caller caller, Instant until) {}
}
