package dev.assay.gateway.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.assay.contracts.event.RunCommand;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.IdSource;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.topic.Topic;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.datasets.Datasets;
import dev.assay.gateway.datasets.StoredDataset;
import dev.assay.gateway.outbox.Outbox;
import dev.assay.gateway.problem.Refusal;
import dev.assay.messaging.publish.Outgoing;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Writes a checked run, its data, its idempotency key and its command in one transaction. Thread-safe. */
final class SubmittedRuns {

    private static final String RUN = """
            insert into run (run_id, group_id, name, state, definition, estimate, currency, answer_lanes,
                submitted_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning run_key
            """;

    private static final String IDEMPOTENCY = """
            insert into idempotency (group_id, request_key, body_hash, run_key, created_at) values (?, ?, ?, ?, ?)
            """;

    private static final String BY_KEY = """
            select i.body_hash, r.run_id from idempotency i join run r on r.run_key = i.run_key
            where i.group_id = ? and i.request_key = ?
            """;

    private final Database database;
    private final Datasets datasets;
    private final Outbox outbox;
    private final IdSource ids;
    private final Clock clock;

    SubmittedRuns(Database database, Datasets datasets, Outbox outbox, IdSource ids, Clock clock) {
        this.database = database;
        this.datasets = datasets;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * How a request is known again.
     *
     * @param group of the key that made it
     * @param key the caller's own name for the request
     */
    record Request(GroupId group, String key, ContentHash body) {}

    /**
     * The run that this request made before.
     *
     * @throws Refusal if another request went under the same key
     */
    Optional<String> before(Request request) {
        return database.read(connection -> before(connection, request));
    }

    private static Optional<String> before(Connection connection, Request request) throws SQLException {
        return Query.of(BY_KEY, request.group().value(), request.key()).first(connection, row -> {
            if (!row.getString(1).equals(request.body().value())) {
                throw Refusal.conflict("Idempotency-Key was used before for another body; use a new one");
            }
            return row.getString(2);
        });
    }

    /** Creates the run, or gives the one that the same request has made meanwhile. */
    String create(Submission.Checked checked, Optional<Request> request) {
        return database.write(connection -> {
            if (request.isPresent()) {
                lock(connection, request.get());
                Optional<String> before = before(connection, request.get());
                if (before.isPresent()) {
                    return before.get();
                }
            }
            RunDefinition run = checked.definition();
            StoredDataset dataset = switch (checked.data()) {
                case Resolution.Data.Stored stored -> stored.dataset();
                case Resolution.Data.Fresh fresh -> datasets.put(connection, fresh.dataset());
            };
            Instant now = clock.instant();
            long key = insert(connection, checked, now);
            if (request.isPresent()) {
                remember(connection, request.get(), key, now);
            }
            RunCommand command = new RunCommand.Submit(ids.nextEvent(), now, run.group(), run.id(), run);
            outbox.add(connection, new Outgoing(Topic.RUN_COMMANDS, run.id().value(), command), dataset.key());
            return run.id().value();
        });
    }

    // Two requests of one key that come at the same time wait for each other.
    private static void lock(Connection connection, Request request) throws SQLException {
        var unused = Query.of(
                        "select pg_advisory_xact_lock(hashtextextended(?, 1))", request.group() + "\n" + request.key())
                .list(connection, row -> true);
    }

    private static long insert(Connection connection, Submission.Checked checked, Instant now) throws SQLException {
        RunDefinition run = checked.definition();
        return Query.of(
                        RUN,
                        run.id().value(),
                        run.group().value(),
                        run.name(),
                        RunState.PLANNING.name(),
                        json(run),
                        json(checked.estimate()),
                        checked.currency(),
                        (short) run.models().size(),
                        now)
                .first(connection, row -> row.getLong(1))
                .orElseThrow(() -> new SQLException("an insert returns its row"));
    }

    private static void remember(Connection connection, Request request, long run, Instant now) throws SQLException {
        var unused = Query.of(
                        IDEMPOTENCY,
                        request.group().value(),
                        request.key(),
                        request.body().value(),
                        run,
                        now)
                .run(connection);
    }

    private static String json(Object value) {
        try {
            return EventJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a run can always be written", e);
        }
    }
}
