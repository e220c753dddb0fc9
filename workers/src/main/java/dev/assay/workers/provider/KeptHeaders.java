package dev.assay.workers.provider;

import io.vertx.core.MultiMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The response headers that are kept: request ids, limits, the provider's own timing. Names in lower case. */
final class KeptHeaders {

    private static final Set<String> NAMES =
            Set.of("x-request-id", "request-id", "retry-after", "retry-after-ms", "openai-processing-ms");
    private static final String[] PREFIXES = {"x-ratelimit-", "anthropic-ratelimit-"};
    private static final int MAX_VALUE = 200;
    private static final int MAX_KEPT = 32;

    private KeptHeaders() {}

    static Map<String, String> of(MultiMap headers) {
        Map<String, String> kept = new HashMap<>();
        headers.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (isKept(lower) && kept.size() < MAX_KEPT) {
                kept.putIfAbsent(lower, value.substring(0, Math.min(value.length(), MAX_VALUE)));
            }
        });
        return kept;
    }

    private static boolean isKept(String name) {
        for (String prefix : PREFIXES) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return NAMES.contains(name);
    }
}
