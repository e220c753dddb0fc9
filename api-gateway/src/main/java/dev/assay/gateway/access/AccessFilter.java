package dev.assay.gateway.access;

import dev.assay.gateway.problem.Refusal;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Lets requests to this API pass only if they show a good key or session; everything that is not named as open is closed.
 * Requests that only carry the cookie and change something must also come from our own page.
 */
class AccessFilter {

    static final String COOKIE = "assay_session";
    private static final String OURS = "/api/";
    private static final Set<String> OPEN = Set.of("GET /api/v1/health", "POST /api/v1/session");
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    /** What a plain HTML form of any site could send; our page never does. */
    private static final Set<String> FORM_TYPES =
            Set.of("text/plain", "multipart/form-data", "application/x-www-form-urlencoded");

    private final Identities identities;
    private final CurrentCaller current;

    AccessFilter(Identities identities, CurrentCaller current) {
        this.identities = identities;
        this.current = current;
    }

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        String path = path(request);
        if (!path.startsWith(OURS) || OPEN.contains(request.getMethod() + " " + path)) {
            return;
        }
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        Cookie cookie = request.getCookies().get(COOKIE);
        Optional<Caller> caller;
        if (authorization != null) {
            caller = bearer(authorization).flatMap(identities::byKey);
        } else if (cookie != null) {
            requireOwnPage(request);
            caller = identities.bySession(cookie.getValue());
        } else {
            throw Refusal.unknownCaller("show a key: Authorization: Bearer ask_...");
        }
        current.set(caller.orElseThrow(() -> Refusal.unknownCaller(
                authorization == null ? "the session is over; sign in again" : "the key is unknown or was revoked")));
    }

    private static String path(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return path.startsWith("/") ? path : "/" + path;
    }

    private static Optional<String> bearer(String authorization) {
        boolean bearer = authorization.regionMatches(true, 0, "Bearer ", 0, 7);
        return bearer ? Optional.of(authorization.substring(7).strip()) : Optional.empty();
    }

    private static void requireOwnPage(ContainerRequestContext request) {
        if (HARMLESS.contains(request.getMethod())) {
            return;
        }
        String site = request.getHeaderString("Sec-Fetch-Site");
        boolean foreignSite = site != null && !site.equals("same-origin") && !site.equals("none");
        if (foreignSite || !sameHost(request)) {
            throw Refusal.forbidden("a session may only be used by the page that began it");
        }
        String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type != null && FORM_TYPES.contains(type.split(";")[0].strip().toLowerCase(Locale.ROOT))) {
            throw Refusal.unsupported("with a session, bodies are JSON, YAML, CSV or JSON lines");
        }
    }

    /** Of both only host and port: the scheme may differ where a proxy in front of us speaks TLS. */
    private static boolean sameHost(ContainerRequestContext request) {
        String origin = request.getHeaderString("Origin");
        if (origin == null) {
            return true;
        }
        int scheme = origin.indexOf("://");
        String here = request.getUriInfo().getRequestUri().getAuthority();
        return scheme > 0 && origin.substring(scheme + 3).equalsIgnoreCase(here);
    }
}
