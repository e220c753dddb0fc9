package dev.assay.cli.server;

import dev.assay.cli.outcome.Failure;
import java.net.URI;

/**
 * Where a server is, and the key to it.
 *
 * @param url without a slash at its end
 * @param key empty if none is known
 */
public record Address(String url, String key) {

    public Address {
        url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        if (!isHttp(url)) {
            throw Failure.badInput(
                    "'" + url + "' is not the address of a server.", "Write it as http://host:port, without a path.");
        }
        if (key.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw Failure.badInput("The key holds characters that no key has.", "Check --key or ASSAY_KEY.");
        }
    }

    private static boolean isHttp(String url) {
        try {
            URI uri = URI.create(url);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return http && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
