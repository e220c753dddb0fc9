package dev.assay.contracts.registry;

import dev.assay.contracts.id.ConnectionId;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How a provider is reached. Holds no key: only where a worker finds it.
 *
 * @param kind which protocol
 * @param baseUrl such as {@code https://host/v1}; http or https, without user info
 * @param keyEnv environment variable of the worker that holds the key, or null
 * @param keyFile file on the worker that holds the key, or null
 */
public record Connection(
        ConnectionId id,
        Kind kind,
        URI baseUrl,
        @Nullable String keyEnv,
        @Nullable String keyFile) implements ControlRecord {

    /** Protocols that workers speak. */
    public enum Kind {
        /** OpenAI's chat completions, as most providers and self-hosted servers offer them. */
        OPENAI,
        /** The same, and the request tells the simulator what it has to know to plant a truth. */
        SIMULATOR,
        /** Written by a newer version. */
        @com.fasterxml.jackson.annotation.JsonEnumDefaultValue
        UNKNOWN
    }

    public Connection {
        String scheme = baseUrl.getScheme();
        if (!"http".equals(scheme) && !"https".equals(scheme)) {
            throw new IllegalArgumentException("baseUrl must begin with http:// or https://, but is: " + baseUrl);
        }
        if (baseUrl.getHost() == null || baseUrl.getUserInfo() != null) {
            throw new IllegalArgumentException("baseUrl must name a host and no user: " + baseUrl.getHost());
        }
        if (keyEnv != null && keyFile != null) {
            throw new IllegalArgumentException("give keyEnv or keyFile, not both");
        }
    }

    @Override
    public String key() {
        return "connection/" + id;
    }
}
