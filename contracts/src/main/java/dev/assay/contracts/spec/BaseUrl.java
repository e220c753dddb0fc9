package dev.assay.contracts.spec;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says whether an address may be a connection's. Workers check the resolved address again when they connect. */
final class BaseUrl {

    private static final int LONGEST = 2_000;
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern ENDPOINT = Pattern.compile("/completions/*$");

    private BaseUrl() {}

    /** What is wrong, or null. The address is quoted only where it cannot hold a password. */
    static @Nullable String complaint(String text) {
        URI address;
        try {
            address = new URI(text);
        } catch (URISyntaxException e) {
            return "is not an address";
        }
        if (!"http".equals(address.getScheme()) && !"https".equals(address.getScheme())) {
            return "must begin with https:// or http://";
        }
        if (text.length() > LONGEST || address.getHost() == null) {
            return "must name a host";
        }
        if (address.getRawUserInfo() != null) {
            return "must not hold a user or password";
        }
        if (address.getPort() == 0 || address.getPort() > HIGHEST_PORT) {
            return "must have a port of 1 to " + HIGHEST_PORT;
        }
        if (address.getRawQuery() != null || address.getRawFragment() != null) {
            return "must end with its path, without ? and #";
        }
        if (ENDPOINT.matcher(address.getRawPath()).find()) {
            return "must end before /chat/completions or /completions, which is added to it";
        }
        return isMetadataService(address.getHost().toLowerCase(Locale.ROOT))
                ? "must not be a link-local address, behind which cloud providers keep credentials"
                : null;
    }

    private static boolean isMetadataService(String host) {
        return host.startsWith("169.254.")
                || host.startsWith("[fe80:")
                || host.equals("[fd00:ec2::254]")
                || host.equals("metadata.google.internal")
                || host.equals("metadata");
    }
}
