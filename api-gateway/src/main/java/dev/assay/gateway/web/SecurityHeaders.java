package dev.assay.gateway.web;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Headers that keep a browser safe, on the page and on this API: scripts and styles only from here and from files,
 * nobody may frame us, nothing is guessed or sent on. Answers are not kept by shared caches, and the page is asked for
 * again at each visit: it names the assets of its own build, which alone may be kept.
 */
@ApplicationScoped
class SecurityHeaders {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";

    /** Served by others in the same process, which know what they need. */
    private static final List<String> NOT_OURS = List.of("/q/", "/internal/", "/simulator");

    /** Named by their content, so what is kept never grows old. */
    private static final String ASSETS = "/assets/";

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(SecurityHeaders::add);
    }

    private static void add(RoutingContext request) {
        String path = request.request().path();
        if (path != null && NOT_OURS.stream().noneMatch(path::startsWith)) {
            MultiMap headers = request.response().headers();
            headers.set("Content-Security-Policy", POLICY);
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("X-Frame-Options", "DENY");
            headers.set("Referrer-Policy", "same-origin");
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
            if (path.startsWith("/api/")) {
                headers.set("Cache-Control", "no-store");
            } else if (!path.startsWith(ASSETS)) {
                headers.set("Cache-Control", "no-cache");
            }
        }
        request.next();
    }
}
