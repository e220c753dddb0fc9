package dev.assay.gateway.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contracts.event.RunCommand;
import dev.assay.contracts.id.IdSource;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.spec.Definitions;
import dev.assay.contracts.spec.Parsed;
import dev.assay.contracts.spec.RunSpec;
import dev.assay.contracts.spec.RunSpecReader;
import dev.assay.contracts.spec.Vocabulary;
import dev.assay.contracts.topic.Topic;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.outbox.Outbox;
import dev.assay.gateway.outbox.OutboxRunner;
import dev.assay.gateway.problem.Finding;
import dev.assay.gateway.problem.Refusal;
import dev.assay.gateway.results.Scoring;
import dev.assay.messaging.publish.Outgoing;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/**
 * Sends the orchestrator what people ask of a run that is there. Asking twice does no harm; what makes no sense in the
 * run's state is refused. The orchestrator decides: its answer is the run's next state. Thread-safe.
 */
final class RunControls {

    private final RunSpecReader reader = new RunSpecReader(Vocabulary.standard());
    private final Database database;
    private final Outbox outbox;
    private final OutboxRunner runner;
    private final IdSource ids;
    private final Clock clock;

    RunControls(Database database, Outbox outbox, OutboxRunner runner, IdSource ids, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.runner = runner;
        this.ids = ids;
        this.clock = clock;
    }

    void pause(StoredRun run) {
        switch (run.state()) {
            case PLANNING, RUNNING ->
                send(run, new RunCommand.Pause(ids.nextEvent(), clock.instant(), run.group(), run.id()));
            case PAUSED -> {}
            case FINISHING, COMPLETE, PARTIAL, FAILED, CANCELLED, UNKNOWN -> throw illegal("paused", run.state());
        }
    }

    void resume(StoredRun run) {
        switch (run.state()) {
            // Also while it still seems to run: a pause may be on its way.
            case PLANNING, RUNNING, PAUSED ->
                send(run, new RunCommand.Resume(ids.nextEvent(), clock.instant(), run.group(), run.id()));
            case FINISHING, COMPLETE, PARTIAL, FAILED, CANCELLED, UNKNOWN -> throw illegal("resumed", run.state());
        }
    }

    void cancel(StoredRun run, String reason) {
        switch (run.state()) {
            case PLANNING, RUNNING, PAUSED, FINISHING ->
                send(run, new RunCommand.Cancel(ids.nextEvent(), clock.instant(), run.group(), run.id(), reason));
            case CANCELLED -> {}
            case COMPLETE, PARTIAL, FAILED, UNKNOWN -> throw illegal("cancelled", run.state());
        }
    }

    /**
     * Asks for the stored outcomes to be scored again.
     *
     * @param body with {@code metrics}, {@code extract} or both, as in a run spec
     * @throws Refusal if they make no sense, or the run has not ended
     */
    void rescore(StoredRun run, byte[] body) {
        if (run.finishedAt() == null) {
            throw illegal("scored again before it has ended", run.state());
        }
        Scoring scoring = scoring(run, body);
        List<String> problems = MetricCheck.problems(scoring.metrics());
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems.stream()
                    .map(problem -> Finding.at("metrics", problem, MetricCheck.REMEDY))
                    .toList());
        }
        send(
                run,
                new RunCommand.Rescore(
                        ids.nextEvent(),
                        clock.instant(),
                        run.group(),
                        run.id(),
                        scoring.pipelines(),
                        scoring.metrics()));
    }

    /** What a run spec would say that has these two fields, over the benchmark's own scoring. */
    private Scoring scoring(StoredRun run, byte[] body) {
        BenchmarkDefinition benchmark = run.definition().benchmark();
        ObjectNode spec = object(body);
        boolean something = spec.has("metrics") || spec.has("extract");
        if (!something || spec.size() > (spec.has("metrics") ? 1 : 0) + (spec.has("extract") ? 1 : 0)) {
            throw Refusal.invalid(Finding.at(
                    "",
                    "has to hold metrics, extract or both, and nothing else",
                    "Write {\"metrics\": [\"contains\"]}."));
        }
        spec.put("benchmark", "this");
        spec.putArray("models").add("this");
        byte[] text = spec.toString().getBytes(StandardCharsets.UTF_8);
        Parsed<BenchmarkDefinition> parsed = switch (reader.read(text, "body.json")) {
            case Parsed.Valid<RunSpec> valid -> Definitions.builtIn(valid, benchmark);
            case Parsed.Invalid<RunSpec> invalid -> new Parsed.Invalid<>(invalid.source(), invalid.problems());
        };
        return switch (parsed) {
            case Parsed.Valid<BenchmarkDefinition> valid -> Scoring.of(valid.value());
            case Parsed.Invalid<BenchmarkDefinition> invalid ->
                throw Refusal.invalid(invalid.problems().stream()
                        // Their lines are of a text that the caller never saw.
                        .map(p -> Finding.at(p.path(), p.message(), p.remedy()))
                        .toList());
        };
    }

    private static ObjectNode object(byte[] body) {
        try {
            JsonNode node = EventJson.mapper().readTree(new String(body, StandardCharsets.UTF_8));
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw Refusal.malformed("body", "it has to be a JSON object");
        } catch (JsonProcessingException e) {
            throw Refusal.malformed("body", "this is not valid JSON");
        }
    }

    private void send(StoredRun run, RunCommand command) {
        database.change(connection ->
                outbox.add(connection, new Outgoing(Topic.RUN_COMMANDS, run.id().value(), command), null));
        runner.publishSoon(run.id().value());
    }

    private static Refusal illegal(String what, RunState state) {
        return Refusal.conflict("the run is " + state + " and cannot be " + what);
    }
}
