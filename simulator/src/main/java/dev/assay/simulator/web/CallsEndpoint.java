package dev.assay.simulator.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.simulator.log.CallCounts;
import dev.assay.simulator.log.CallLog;
import dev.assay.simulator.log.CallStatement;
import dev.assay.simulator.log.RunStatement;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what the log knows of runs and calls; docs/simulator.md says what each count means. */
final class CallsEndpoint {

    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final String LOG_BEGINS = "X-Log-Begins";
    private static final long MICROS_PER_SECOND = 1_000_000;

    private final Vertx vertx;
    private final CallLog log;
    private final Json json;

    CallsEndpoint(Vertx vertx, CallLog log, Json json) {
        this.vertx = vertx;
        this.log = log;
        this.json = json;
    }

    /** One run's statement, or the totals of all with a list of the runs. */
    void calls(RoutingContext context) {
        HttpServerResponse response = context.response();
        List<String> run = context.queryParam("run");
        if (run.isEmpty()) {
            json.reply(response, 200, this::allRuns);
        } else if (wantsTasks(context)) {
            RunStatement statement = log.statement(run.getFirst());
            new TaskListing(log, statement, json.object(out -> run(out, statement))).writeTo(response);
        } else {
            RunStatement statement = log.statement(run.getFirst());
            json.reply(response, 200, out -> run(out, statement));
        }
    }

    /** One call by the caller's name of it. */
    void call(RoutingContext context) {
        String name = context.pathParam("call");
        Optional<CallStatement> recent = log.findRecent(name);
        if (recent.isPresent() || !log.hasForgotten()) {
            answer(context.response(), name, recent);
        } else if (log.hasFile()) {
            vertx.executeBlocking(() -> log.findInFile(name), false)
                    .onSuccess(found -> answer(context.response(), name, found))
                    .onFailure(context::fail);
        } else {
            // A 404 would say that the call was never received, and nobody knows that.
            json.error(
                    context.response(), 410, "This simulator's log is in memory and has forgotten its oldest calls.");
        }
    }

    private void answer(HttpServerResponse response, String name, Optional<CallStatement> found) {
        if (found.isEmpty()) {
            response.putHeader(LOG_BEGINS, time(log.beginsMicros()));
            json.error(response, 404, "This simulator has no call of that name in its log.");
            return;
        }
        CallStatement call = found.get();
        json.reply(response, 200, out -> {
            out.writeStringField("call", name);
            out.writeStringField("state", call.state().name().toLowerCase(Locale.ROOT));
            out.writeNumberField("inputTokens", call.inputTokens());
            out.writeNumberField("outputTokens", call.outputTokens());
        });
    }

    private static boolean wantsTasks(RoutingContext context) {
        return context.queryParam("tasks").contains("true")
                || context.queryParam("detail").contains("tasks");
    }

    private void allRuns(JsonGenerator out) throws IOException {
        List<RunStatement> runs = log.statements();
        counts(out, runs.stream().map(RunStatement::counts).reduce(CallCounts.NONE, CallCounts::plus));
        out.writeArrayFieldStart("runs");
        for (RunStatement run : runs) {
            out.writeStartObject();
            out.writeStringField("run", run.run());
            counts(out, run.counts());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void run(JsonGenerator out, RunStatement run) throws IOException {
        out.writeStringField("run", run.run());
        counts(out, run.counts());
        out.writeNumberField("distinctTasks", run.tasks());
        out.writeNumberField("maxConcurrent", run.maxConcurrent());
        out.writeStringField("firstCallAt", time(run.firstCallMicros()));
        out.writeStringField("lastCallEndedAt", time(run.lastEndedMicros()));
        out.writeObjectFieldStart("failedByStatus");
        for (Map.Entry<Integer, Long> status : run.failedByStatus().entrySet()) {
            out.writeNumberField(status.getKey().toString(), status.getValue());
        }
        out.writeEndObject();
        out.writeObjectFieldStart("byModel");
        for (Map.Entry<String, CallCounts> model : run.byModel().entrySet()) {
            out.writeObjectFieldStart(model.getKey());
            counts(out, model.getValue());
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    private static void counts(JsonGenerator out, CallCounts counts) throws IOException {
        out.writeNumberField("calls", counts.calls());
        out.writeNumberField("served", counts.served());
        out.writeNumberField("answered", counts.answered());
        out.writeNumberField("aborted", counts.aborted());
        out.writeNumberField("open", counts.open());
        out.writeNumberField("failed", counts.failed());
        out.writeNumberField("inputTokens", counts.inputTokens());
        out.writeNumberField("outputTokens", counts.outputTokens());
    }

    private static @Nullable String time(long micros) {
        return micros == 0
                ? null
                : MICROS.format(Instant.ofEpochSecond(micros / MICROS_PER_SECOND, micros % MICROS_PER_SECOND * 1_000));
    }
}
