package dev.assay.workers.provider;

import dev.assay.contracts.event.CallTimings;
import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.Outcome;
import dev.assay.workers.Ticker;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response. Everything but {@link #await} and {@link #abort} happens on one event loop, so there is
 * nothing to lock. Whatever happens there is exactly one reply, and a connection whose response was not read to its end
 * is closed.
 */
final class Exchange implements RunningCall {

    /** What an exchange works with; shared by all of a client. */
    record Surroundings(
            Context loop,
            ConnectionPools connections,
            Clock clock,
            Ticker ticker,
            Runnable whenUnreachable,
            Consumer<Exchange> whenClosed) {}

    private static final String EVENT_STREAM = "text/event-stream";
    /** How long the end of a response may follow the end of its answer, so that the connection can be used again. */
    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** What every call is reckoned to need anyway; see {@link CallRequest#memory()}. */
    private static final int MEMORY_STEP = 16 * 1024;
    /** What fails a request fails its answer too; without a handler the client would log it, broken-off calls included. */
    private static final Handler<Throwable> TOLD_BY_THE_ANSWER = failure -> {};

    private final CompletableFuture<CallReply> reply = new CompletableFuture<>();
    private final Surroundings around;
    private final CallRequest call;
    private final RequestOptions options;
    private final Buffer requestBody;
    private final IntFunction<AnswerContext> contextOfStatus;
    private final CallLimits limits;
    private final long begunAt;

    private ConnectionPools.@Nullable Pool pool;
    private @Nullable HttpClientRequest request;
    private @Nullable ResponseBody body;
    private @Nullable Integer status;
    private @Nullable Instant startedAt;
    private Map<String, String> headers = Map.of();
    private long sentAt;
    private long lastByteAt;
    private long overAt;
    private @Nullable Long firstContentAt;
    private int toldBytes;
    private boolean hasBytes;
    private boolean closed;

    /** @param contextOfStatus how an answer with a status is judged */
    Exchange(
            Surroundings around,
            CallRequest call,
            RequestOptions options,
            Buffer requestBody,
            IntFunction<AnswerContext> contextOfStatus,
            CallLimits limits) {
        this.around = around;
        this.call = call;
        this.options = options;
        this.requestBody = requestBody;
        this.contextOfStatus = contextOfStatus;
        this.limits = limits;
        this.begunAt = around.ticker().nanos();
    }

    @Override
    public CallReply await() throws InterruptedException {
        try {
            return reply.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an exchange always has a reply", e);
        }
    }

    @Override
    public void abort(String reason) {
        around.loop().runOnContext(unused -> over(new Outcome.Cancelled(reason)));
    }

    void begin() {
        guarded(() -> {
            ConnectionPools.Pool taken = around.connections().take();
            pool = taken;
            taken.http().request(options).onComplete(this::connected);
        });
    }

    /** Ends the exchange if it has exceeded a limit; to be called now and then. */
    void checkLimits() {
        long now = around.ticker().nanos();
        if (reply.isDone()) {
            if (now - overAt >= LINGER_NANOS) {
                breakOff();
            }
            return;
        }
        FailureKind exceeded = limits.exceeded(standing(), now);
        if (exceeded == FailureKind.TIMEOUT_IDLE && body != null && body.finished()) {
            over(body.cut());
        } else if (exceeded != null) {
            over(failed(exceeded, "the provider took longer than allowed"));
        }
    }

    private CallLimits.Standing standing() {
        CallLimits.Stage stage;
        if (request == null) {
            stage = CallLimits.Stage.CONNECTION;
        } else if (hasBytes && body != null && body.begun()) {
            stage = CallLimits.Stage.NEXT_BYTE;
        } else {
            boolean streamed = call.task().model().parameters().stream();
            stage = streamed ? CallLimits.Stage.FIRST_TOKEN : CallLimits.Stage.WHOLE_ANSWER;
        }
        return new CallLimits.Standing(stage, begunAt, sentAt, lastByteAt);
    }

    private void connected(AsyncResult<HttpClientRequest> connection) {
        if (connection.failed()) {
            around.whenUnreachable().run();
            over(failed(
                    FailureClassification.ofException(connection.cause(), FailureClassification.Phase.CONNECTING),
                    FailureClassification.whyNoConnection(connection.cause())));
            return;
        }
        HttpClientRequest connected = connection.result();
        connected.exceptionHandler(TOLD_BY_THE_ANSWER);
        if (reply.isDone()) {
            // It came too late for this call. Unused, it would be missing in the pool for ever.
            connected.reset();
            return;
        }
        request = connected;
        guarded(() -> {
            startedAt = around.clock().instant();
            sentAt = around.ticker().nanos();
            connected.send(requestBody).onComplete(this::answered);
        });
    }

    private void answered(AsyncResult<HttpClientResponse> head) {
        if (head.failed()) {
            over(failed(
                    FailureClassification.ofException(head.cause(), FailureClassification.Phase.WAITING),
                    FailureClassification.whyNoResponse(head.cause())));
            return;
        }
        HttpClientResponse response = head.result();
        status = response.statusCode();
        headers = KeptHeaders.of(response.headers());
        ResponseBody reading = bodyOf(response, contextOfStatus.apply(response.statusCode()));
        body = reading;
        response.exceptionHandler(cause -> guarded(() -> broken(reading, cause)));
        response.endHandler(unused -> guarded(() -> ended(reading)));
        response.handler(chunk -> guarded(() -> received(reading, chunk)));
    }

    private static ResponseBody bodyOf(HttpClientResponse response, AnswerContext context) {
        if (response.statusCode() < 200 || response.statusCode() > 299) {
            return new ErrorAnswer(context);
        }
        if (context.questions() != null) {
            return new LikelihoodAnswer(context, context.questions());
        }
        String type = response.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith(EVENT_STREAM) ? new StreamedAnswer(context) : new JsonAnswer(context);
    }

    private void received(ResponseBody reading, Buffer chunk) {
        if (reply.isDone()) {
            return;
        }
        lastByteAt = around.ticker().nanos();
        hasBytes = true;
        Outcome decided = reading.read(chunk.getBytes());
        int more = reading.heldBytes() - toldBytes;
        if (more >= MEMORY_STEP) {
            toldBytes += more;
            call.memory().accept(more);
        }
        if (firstContentAt == null && reading.hasContent()) {
            firstContentAt = lastByteAt;
        }
        if (decided != null) {
            over(decided);
        }
    }

    private void ended(ResponseBody reading) {
        close();
        if (!reply.isDone()) {
            over(reading.end());
        }
    }

    private void broken(ResponseBody reading, Throwable cause) {
        close();
        if (!reply.isDone()) {
            FailureKind kind = FailureClassification.ofException(cause, FailureClassification.Phase.RECEIVING);
            over(kind == FailureKind.CUT_STREAM ? reading.cut() : failed(kind, FailureClassification.NOT_HTTP));
        }
    }

    /** A defect of ours must cost this call only, and must not be taken for the provider's. */
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException defect) {
            over(failed(
                    FailureKind.BROKEN,
                    "the worker failed on it: " + defect.getClass().getName()));
        }
    }

    private Outcome failed(FailureKind kind, String message) {
        return new Outcome.Failed(kind, message, status, null);
    }

    private void over(Outcome outcome) {
        if (reply.isDone()) {
            return;
        }
        overAt = around.ticker().nanos();
        Long retryAfter = outcome instanceof Outcome.Failed
                ? RetryAfter.millis(headers, around.clock().instant())
                : null;
        reply.complete(new CallReply(outcome, timings(), headers, retryAfter));
        boolean hasAnswer = outcome instanceof Outcome.Answered || outcome instanceof Outcome.Refused;
        // After an answer the end of its response is near: with it the connection can carry another request.
        if (!hasAnswer) {
            breakOff();
        }
    }

    private @Nullable CallTimings timings() {
        Long firstToken = firstContentAt == null ? null : micros(firstContentAt);
        return startedAt == null ? null : new CallTimings(startedAt, firstToken, micros(overAt), call.queuedMicros());
    }

    private long micros(long at) {
        return TimeUnit.NANOSECONDS.toMicros(at - sentAt);
    }

    private void breakOff() {
        boolean wasOpen = !closed;
        close();
        // A reset calls the handlers of its response at once: by now they find everything over.
        if (wasOpen && request != null) {
            request.reset();
        }
    }

    private void close() {
        if (!closed) {
            closed = true;
            if (pool != null) {
                around.connections().giveBack(pool);
            }
            around.whenClosed().accept(this);
        }
    }
}
