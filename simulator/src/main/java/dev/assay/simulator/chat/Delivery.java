package dev.assay.simulator.chat;

import dev.assay.simulator.fault.Treatment.Ending;
import dev.assay.simulator.log.CallLog;
import dev.assay.simulator.log.OpenCall;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.io.UncheckedIOException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes one reply piece by piece at its due times.
 *
 * <p>INVARIANT: the log knows the call before the first byte of the reply goes out, and knows it as answered before the
 * last one does. The permit is returned once, however the call ends. Confined to the event loop of the connection.
 */
final class Delivery {

    private static final Logger LOG = Logger.getLogger(Delivery.class);
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence EVENTS = HttpHeaders.createOptimized("text/event-stream; charset=utf-8");
    private static final CharSequence NO_CACHE = HttpHeaders.createOptimized("no-cache");
    private static final String BROKEN_EVENT = "data: {\"id\":\"chatcmpl-\n\n";
    private static final long HTTP_2_INTERNAL_ERROR = 2;
    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final SimulatorClock clock;
    private final CallLog log;
    private final HttpServerRequest request;
    private final CallPlan.Serve plan;
    private final Reply reply;
    private final Ending ending;
    private final long receivedNanos;
    private final int piecesToWrite;

    private int next;
    private long timer = NO_TIMER;
    private boolean ended;
    private @Nullable OpenCall call;

    Delivery(
            Vertx vertx,
            SimulatorClock clock,
            CallLog log,
            HttpServerRequest request,
            CallPlan.Serve plan,
            long receivedNanos) {
        this.vertx = vertx;
        this.clock = clock;
        this.log = log;
        this.request = request;
        this.plan = plan;
        this.reply = plan.reply();
        this.ending = plan.ending();
        this.receivedNanos = receivedNanos;
        this.piecesToWrite = switch (ending) {
            case COMPLETE -> reply.pieces();
            case MALFORMED, CUT -> Math.max(1, reply.pieces() / 2);
            case HANG -> 0;
        };
    }

    /**
     * Notes the call in the log and begins; nothing is written if the log throws.
     *
     * @throws UncheckedIOException if the log cannot be written; the permit is not returned then
     */
    void start() {
        boolean atOnce = ending == Ending.COMPLETE && reply.dueMs(reply.pieces() - 1) <= 0;
        long now = clock.epochMicros();
        OpenCall noted = atOnce ? log.receivedAndAnswered(plan.entry(), now) : log.received(plan.entry(), now);
        call = noted;
        HttpServerResponse response = request.response();
        if (reply.streams()) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, EVENTS).putHeader(HttpHeaders.CACHE_CONTROL, NO_CACHE);
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, JSON);
        }
        if (atOnce) {
            writeAll(noted, response);
        } else {
            response.closeHandler(closed -> callerLeft());
            response.setChunked(reply.streams() || reply.pieces() > 1 || ending == Ending.CUT);
            pump(noted);
        }
    }

    private void writeAll(OpenCall noted, HttpServerResponse response) {
        StringBuilder out = new StringBuilder(1_024);
        long now = clock.epochMicros();
        for (int piece = 0; piece < piecesToWrite; piece++) {
            reply.write(piece, now, out);
        }
        ended = true;
        plan.permit().run();
        response.end(Buffer.buffer(out.toString())).onFailure(gone -> noteAborted(noted));
    }

    private void pump(OpenCall noted) {
        timer = NO_TIMER;
        if (ended) {
            return;
        }
        double elapsedMs = (clock.nanos() - receivedNanos) / 1e6;
        StringBuilder out = new StringBuilder();
        while (next < piecesToWrite && reply.dueMs(next) <= elapsedMs) {
            reply.write(next++, clock.epochMicros(), out);
        }
        if (next == piecesToWrite) {
            finish(noted, out);
            return;
        }
        if (!out.isEmpty()) {
            request.response().write(Buffer.buffer(out.toString()));
        }
        long waitMs = Math.max(1, (long) Math.ceil(reply.dueMs(next) - elapsedMs));
        timer = vertx.setTimer(waitMs, fired -> pump(noted));
    }

    private void finish(OpenCall noted, StringBuilder out) {
        if (ending == Ending.HANG) {
            return;
        }
        ended = true;
        plan.permit().run();
        HttpServerResponse response = request.response();
        try {
            switch (ending) {
                case COMPLETE -> {
                    log.answered(noted, clock.epochMicros());
                    response.end(Buffer.buffer(out.toString())).onFailure(gone -> noteAborted(noted));
                }
                case MALFORMED -> {
                    log.aborted(noted, clock.epochMicros());
                    response.end(Buffer.buffer(
                            reply.streams() ? out.append(BROKEN_EVENT).toString() : out.toString()));
                }
                case CUT -> {
                    log.aborted(noted, clock.epochMicros());
                    response.write(Buffer.buffer(out.toString())).onComplete(written -> cut());
                }
                case HANG -> throw new AssertionError("seen to above");
            }
        } catch (UncheckedIOException e) {
            LOG.error("A call's end could not be logged, so that its connection is cut", e);
            cut();
        }
    }

    private void callerLeft() {
        if (ended) {
            return;
        }
        ended = true;
        if (timer != NO_TIMER) {
            vertx.cancelTimer(timer);
        }
        plan.permit().run();
        if (call != null) {
            noteAborted(call);
        }
    }

    private void noteAborted(OpenCall noted) {
        try {
            log.aborted(noted, clock.epochMicros());
        } catch (UncheckedIOException e) {
            // At the next start the log finds the call open and notes the same.
            LOG.debug("An aborted call could not be logged", e);
        }
    }

    private void cut() {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset(HTTP_2_INTERNAL_ERROR);
        } else {
            request.connection().close();
        }
    }
}
