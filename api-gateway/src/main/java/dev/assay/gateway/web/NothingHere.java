package dev.assay.gateway.web;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Answers with a problem where this API has nothing. */
@ApplicationScoped
class NothingHere {

    private static final String PROBLEM = "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
            + "\"detail\":\"there is nothing here; /q/openapi lists what there is\"}";

    void register(@Observes Router router) {
        router.route("/api/*").last().handler(request -> {
            var unused = request.response()
                    .setStatusCode(404)
                    .putHeader("Content-Type", "application/problem+json")
                    .end(PROBLEM);
        });
    }
}
