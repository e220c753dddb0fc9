package dev.assay.simulator.chat;

import com.fasterxml.jackson.core.JsonFactory;
import dev.assay.simulator.log.CallEntry;
import dev.assay.simulator.log.CallLog;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Serves completions, of chats or of texts: reads the request, has it planned, and carries the plan out. A request that is not well-formed
 * is refused with 400 and counted as a call of no run. Thread-safe.
 */
public final class ChatHandler {

    private static final Logger LOG = Logger.getLogger(ChatHandler.class);
    private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized("x-request-id");
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CallEntry NOBODY = CallPlanner.notBilled(Caller.UNKNOWN, "(none)");

    private final SimulatorClock clock;
    private final CallLog log;
    private final CallPlanner planner;
    private final Supplier<String> ids;
    private final int mostBytes;
    private final Reader reader;
    private final JsonFactory json = new JsonFactory();

    /** Reads one kind of request. */
    @FunctionalInterface
    private interface Reader {

        Asked read(JsonFactory factory, byte[] body) throws BadRequestException;
    }

    /**
     * Serves chat completions.
     *
     * @param ids names for calls that have none
     * @param mostBytes longest request
     */
    public ChatHandler(SimulatorClock clock, ModelCatalogue models, CallLog log, Supplier<String> ids, int mostBytes) {
        this(clock, models, log, ids, mostBytes, ChatRequestParser::parse);
    }

    private ChatHandler(
            SimulatorClock clock,
            ModelCatalogue models,
            CallLog log,
            Supplier<String> ids,
            int mostBytes,
            Reader reader) {
        this.reader = reader;
        this.clock = clock;
        this.log = log;
        this.planner = new CallPlanner(models);
        this.ids = ids;
        this.mostBytes = mostBytes;
    }

    /** Serves completions, of the same models and with the same log. */
    public ChatHandler ofCompletions(ModelCatalogue models) {
        return new ChatHandler(clock, models, log, ids, mostBytes, CompletionRequestParser::parse);
    }

    /** Begins to read and to serve a request; must be called on the event loop of its connection. */
    public void handle(HttpServerRequest request) {
        long receivedNanos = clock.nanos();
        BodyReader.read(
                request,
                mostBytes,
                body -> serve(request, body, receivedNanos),
                () -> refuse(request, NOBODY, Refusal.tooLarge(mostBytes)));
    }

    private void serve(HttpServerRequest request, byte[] body, long receivedNanos) {
        Asked asked;
        try {
            asked = reader.read(json, body);
        } catch (BadRequestException e) {
            refuse(request, NOBODY, Refusal.badRequest(e));
            return;
        }
        String id = asked.caller().call().isEmpty() ? ids.get() : asked.caller().call();
        CallPlan plan = planner.plan(asked, id, receivedNanos, clock.epochMicros());
        plan.rate().ifPresent(rate -> RateHeaders.write(rate, request.response().headers()));
        request.response().putHeader(REQUEST_ID, id);
        switch (plan) {
            case CallPlan.Refuse refuse -> {
                if (refuse.retryAfterMicros() > 0) {
                    RateHeaders.writeRetryAfter(
                            refuse.retryAfterMicros(), request.response().headers());
                }
                refuse(request, refuse.entry(), refuse.refusal());
            }
            case CallPlan.Serve serve -> deliver(request, serve, receivedNanos);
        }
    }

    private void deliver(HttpServerRequest request, CallPlan.Serve serve, long receivedNanos) {
        try {
            // Timers belong to whoever received the request: there may be several servers.
            Vertx vertx = Objects.requireNonNull(Vertx.currentContext(), "on no event loop")
                    .owner();
            new Delivery(vertx, clock, log, request, serve, receivedNanos).start();
        } catch (UncheckedIOException e) {
            serve.permit().run();
            logUnavailable(request, e);
        }
    }

    private void refuse(HttpServerRequest request, CallEntry entry, Refusal refusal) {
        try {
            log.refused(entry, refusal.status(), clock.epochMicros());
        } catch (UncheckedIOException e) {
            logUnavailable(request, e);
            return;
        }
        send(request, refusal);
    }

    private void logUnavailable(HttpServerRequest request, UncheckedIOException e) {
        LOG.error("The call log cannot be written, so that calls are refused", e);
        send(request, Refusal.logUnavailable());
    }

    private void send(HttpServerRequest request, Refusal refusal) {
        HttpServerResponse response = request.response();
        if (!response.headers().contains(REQUEST_ID)) {
            response.putHeader(REQUEST_ID, ids.get());
        }
        response.setStatusCode(refusal.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                .end(refusal.json());
    }
}
