package dev.assay.contracts.spec;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Knows the keys under which people put addresses and secrets where neither may stand. An endpoint in a run would let
 * its author make the workers call any address; a key in a file would end in topics, tables and logs.
 */
final class KeyGuard {

    private static final Set<String> SECRETS = Set.of(
            "key",
            "apikey",
            "token",
            "accesstoken",
            "authtoken",
            "bearertoken",
            "bearer",
            "secret",
            "clientsecret",
            "password",
            "passwd",
            "credential",
            "credentials",
            "auth",
            "authorization",
            "headers",
            "xapikey");
    private static final Set<String> ADDRESSES = Set.of(
            "url",
            "uri",
            "baseurl",
            "baseuri",
            "apibase",
            "apiurl",
            "endpoint",
            "endpoints",
            "host",
            "hostname",
            "address",
            "proxy",
            "webhook",
            "callback",
            "callbackurl",
            "server");
    private static final Set<String> KEY_PLACES = Set.of("keyenv", "keyfile", "apikeyenv", "apikeyfile");

    private final boolean addressesToo;
    private final @Nullable String secretRemedy;

    private KeyGuard(boolean addressesToo, @Nullable String secretRemedy) {
        this.addressesToo = addressesToo;
        this.secretRemedy = secretRemedy;
    }

    /** In a run neither secrets nor addresses may stand. */
    static KeyGuard ofRun() {
        return new KeyGuard(
                true,
                "Remove it, and replace the key if it is a real one: workers read keys from their own environment.");
    }

    /** In a platform file addresses have their place, and secrets have none. */
    static KeyGuard ofPlatform() {
        return new KeyGuard(
                false,
                "Put the key into an environment variable of the workers and write `keyEnv: NAME_OF_IT`, or into a file and"
                        + " write `keyFile: /path`.");
    }

    record Refusal(String message, String remedy) {}

    /** Why a key may not stand here, if it is one of those. The value is never quoted: it may be the secret itself. */
    Optional<Refusal> refusal(String key) {
        String folded = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (SECRETS.contains(folded) && secretRemedy != null) {
            return Optional.of(new Refusal("a provider key or credential may not stand here", secretRemedy));
        }
        boolean place = ADDRESSES.contains(folded) || KEY_PLACES.contains(folded);
        return addressesToo && place ? Optional.of(ADDRESS) : Optional.empty();
    }

    /** What to say of an address in a run. */
    static final Refusal ADDRESS = new Refusal(
            "a run may not name an endpoint",
            "Endpoints are registered by an administrator as connections; name a registered model instead.");

    /** Whether a text is an address, such as {@code https://host/path}. */
    static boolean isAddress(String text) {
        String begin = text.strip().toLowerCase(Locale.ROOT);
        int colon = begin.indexOf("://");
        return colon > 0 && colon <= 20 && begin.chars().limit(colon).allMatch(c -> (c >= 'a' && c <= 'z') || c == '+');
    }
}
