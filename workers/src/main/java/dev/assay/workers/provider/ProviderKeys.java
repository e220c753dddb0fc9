package dev.assay.workers.provider;

import dev.assay.contracts.id.WorkerId;
import dev.assay.contracts.registry.Connection;
import dev.assay.workers.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds the keys of connections in the environment or in mounted files. A file is read again when it may have changed,
 * at most once a second, so that a rotated key is used without a restart. While it is rotated a file may be gone or half
 * written: for some seconds the key that it had is used. Thread-safe.
 */
final class ProviderKeys {

    private static final long READ_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long ROTATION_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long MAX_KEY_BYTES = 16 * 1024;

    /** A file's content, or why there is none, when it was looked at, and when that was last what it held. */
    private record Reading(KeyLookup lookup, long atNanos, long heldNanos) {}

    private final Map<String, Reading> files = new ConcurrentHashMap<>();
    private final UnaryOperator<@Nullable String> environment;
    private final WorkerId worker;
    private final Ticker ticker;

    /** @param environment gives a variable's value, or null */
    ProviderKeys(UnaryOperator<@Nullable String> environment, WorkerId worker, Ticker ticker) {
        this.environment = environment;
        this.worker = worker;
        this.ticker = ticker;
    }

    KeyLookup keyFor(Connection connection) {
        if (connection.keyEnv() != null) {
            return fromEnvironment(connection.keyEnv());
        }
        if (connection.keyFile() != null) {
            return fromFile(connection.keyFile());
        }
        return new KeyLookup.NotNeeded();
    }

    private KeyLookup fromEnvironment(String variable) {
        String value = environment.apply(variable);
        String place = "environment variable " + variable;
        return value == null || value.isBlank()
                ? new KeyLookup.Missing(place + " is not set on worker " + worker)
                : usable(value, place);
    }

    private KeyLookup fromFile(String file) {
        long now = ticker.nanos();
        Reading last = files.get(file);
        if (last != null && now - last.atNanos() < READ_AGAIN_NANOS) {
            return last.lookup();
        }
        Reading reading = bridged(last, new Reading(read(file), now, now));
        files.put(file, reading);
        return reading.lookup();
    }

    private static Reading bridged(@Nullable Reading last, Reading now) {
        if (last != null
                && last.lookup() instanceof KeyLookup.Found
                && now.lookup() instanceof KeyLookup.Missing
                && now.atNanos() - last.heldNanos() < ROTATION_NANOS) {
            return new Reading(last.lookup(), now.atNanos(), last.heldNanos());
        }
        return now;
    }

    private KeyLookup read(String file) {
        String place = "key file " + file;
        try {
            Path path = Path.of(file);
            if (Files.size(path) > MAX_KEY_BYTES) {
                return new KeyLookup.Missing(place + " is too large for a key on worker " + worker);
            }
            String value = Files.readString(path);
            return value.isBlank()
                    ? new KeyLookup.Missing(place + " is empty on worker " + worker)
                    : usable(value, place);
        } catch (IOException | IllegalArgumentException e) {
            return new KeyLookup.Missing(place + " cannot be read on worker " + worker);
        }
    }

    private KeyLookup usable(String value, String place) {
        String key = value.strip();
        // A line break would end the header, and whatever follows would be a header of its own.
        return key.chars().allMatch(c -> c > ' ' && c < 127)
                ? new KeyLookup.Found(new Secret(key))
                : new KeyLookup.Missing(place + " holds no usable key on worker " + worker);
    }
}
