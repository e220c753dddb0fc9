package dev.assay.simulator.web;

import dev.assay.simulator.chat.ChatHandler;
import dev.assay.simulator.chat.ModelCatalogue;
import dev.assay.simulator.log.CallLog;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Puts the simulator's routes on the application's router. */
@ApplicationScoped
class SimulatorRoutes {

    // Before all other routes and filters of the process. A provider stands outside the platform: the keys that its
    // callers
    // send are not the platform's, and its authentication must not judge them.
    private static final int FIRST = -1_000;

    private static final String CHAT = "/simulator/v1/chat/completions";

    private final Vertx vertx;
    private final SimulatorConfig config;
    private final ChatHandler chat;
    private final ModelCatalogue models;
    private final CallLog log;

    SimulatorRoutes(Vertx vertx, SimulatorConfig config, ChatHandler chat, ModelCatalogue models, CallLog log) {
        this.vertx = vertx;
        this.config = config;
        this.chat = chat;
        this.models = models;
        this.log = log;
    }

    void register(@Observes Router router) {
        if (config.enabled()) {
            add(router, vertx);
        }
    }

    /** The same for a server that serves nothing else, with the shortest way for what nearly all of its requests are. */
    Handler<HttpServerRequest> alone(Vertx server) {
        Router router = Router.router(server);
        add(router, server);
        return request -> {
            if (HttpMethod.POST.equals(request.method()) && CHAT.equals(request.path())) {
                chat.handle(request);
            } else {
                router.handle(request);
            }
        };
    }

    private void add(Router router, Vertx server) {
        Json json = new Json();
        ModelsEndpoint modelsEndpoint = new ModelsEndpoint(models, config.admin(), json);
        CallsEndpoint callsEndpoint = new CallsEndpoint(server, log, json);
        TruthEndpoint truthEndpoint = new TruthEndpoint(log, models, json);
        router.post(CHAT).order(FIRST).handler(context -> chat.handle(context.request()));
        ChatHandler completions = chat.ofCompletions(models);
        router.post("/simulator/v1/completions")
                .order(FIRST + 9)
                .handler(context -> completions.handle(context.request()));
        router.get("/simulator/v1/models").order(FIRST + 1).handler(modelsEndpoint::list);
        router.get("/simulator/v1/models/:model").order(FIRST + 2).handler(modelsEndpoint::one);
        router.get("/simulator/models").order(FIRST + 3).handler(modelsEndpoint::configurations);
        router.get("/simulator/models/:model").order(FIRST + 4).handler(modelsEndpoint::configuration);
        router.put("/simulator/models/:model").order(FIRST + 5).handler(modelsEndpoint::put);
        router.get("/simulator/calls").order(FIRST + 6).handler(callsEndpoint::calls);
        router.get("/simulator/calls/:call").order(FIRST + 7).handler(callsEndpoint::call);
        router.get("/simulator/truth").order(FIRST + 8).handler(truthEndpoint::truth);
    }
}
