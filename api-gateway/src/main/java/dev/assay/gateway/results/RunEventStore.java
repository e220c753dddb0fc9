package dev.assay.gateway.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.assay.contracts.event.RunEvent;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.run.RunState;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.database.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stores what the orchestrator says of runs. A final state is only noted as pending: it is shown when the samples,
 * scores and charges that belong to it have arrived. A batch may come again, in its order. Thread-safe.
 */
public final class RunEventStore {

    private static final String STATE = """
            update run
            set state = ?, reason = ?, started_at = case when ? then coalesce(started_at, ?) else started_at end
            where run_key = ? and finished_at is null
            """;

    private static final String PENDING = """
            update run set pending_state = ?, pending_reason = ?, pending_at = ?
            where run_key = ? and finished_at is null
            """;

    private static final String RESCORE = "update run set revision = ?, scoring = ? where run_key = ? and revision < ?";

    private final Database database;
    private final RunKeys runs;

    public RunEventStore(Database database, RunKeys runs) {
        this.database = database;
        this.runs = runs;
    }

    /** Stores a batch, in the order of the topic, and returns the keys of the runs that it is about. */
    public Set<Long> store(List<RunEvent> batch) {
        return database.write(connection -> {
            Set<RunId> named = new HashSet<>();
            batch.forEach(event -> runOf(event).ifPresent(named::add));
            Map<RunId, RunKeys.KnownRun> known = runs.of(connection, named);
            for (RunEvent event : batch) {
                RunKeys.KnownRun run = runOf(event).map(known::get).orElse(null);
                if (run != null) {
                    store(connection, run.key(), event);
                }
            }
            return RunKeys.keys(known);
        });
    }

    private static void store(Connection connection, long run, RunEvent event) throws SQLException {
        Query update = switch (event) {
            case RunEvent.Planned planned ->
                Query.of(
                        "update run set manifest = ? where run_key = ?",
                        planned.manifest().value(),
                        run);
            case RunEvent.StateChanged changed ->
                changed.state().isFinal()
                        ? Query.of(PENDING, changed.state().name(), changed.reason(), changed.occurredAt(), run)
                        : Query.of(
                                STATE,
                                changed.state().name(),
                                changed.reason(),
                                changed.state() == RunState.RUNNING,
                                changed.occurredAt(),
                                run);
            case RunEvent.Settled settled ->
                Query.of(
                        "update run set settled_outcomes = ?, settled_calls = ? where run_key = ?",
                        settled.outcomes(),
                        settled.calls(),
                        run);
            case RunEvent.RescoreRequested rescore ->
                Query.of(RESCORE, rescore.revision(), json(Scoring.of(rescore)), run, rescore.revision());
            case RunEvent.Waiting waiting ->
                Query.of("update run set waits = ? where run_key = ?", json(waiting.waits()), run);
            case RunEvent.SamplesSettled samples -> null;
            case RunEvent.CallLost lost -> null;
            case RunEvent.Unrecognised unrecognised -> null;
        };
        if (update != null) {
            update.run(connection);
        }
    }

    private static Optional<RunId> runOf(RunEvent event) {
        @Nullable
        RunId run = switch (event) {
            case RunEvent.Planned planned -> planned.runId();
            case RunEvent.StateChanged changed -> changed.runId();
            case RunEvent.Settled settled -> settled.runId();
            case RunEvent.RescoreRequested rescore -> rescore.runId();
            case RunEvent.Waiting waiting -> waiting.runId();
            // Only the scorer waits for it.
            case RunEvent.SamplesSettled samples -> null;
            // Its charge comes from the cost service.
            case RunEvent.CallLost lost -> null;
            case RunEvent.Unrecognised unrecognised -> null;
        };
        return Optional.ofNullable(run);
    }

    private static String json(Object part) {
        try {
            return EventJson.mapper().writeValueAsString(part);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a part of an event can always be written", e);
        }
    }
}
