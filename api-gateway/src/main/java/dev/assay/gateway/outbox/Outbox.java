package dev.assay.gateway.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.topic.Topic;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.database.Query;
import dev.assay.messaging.publish.Outgoing;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps records until the broker has them. Records under one key are published in the order of their rows. Thread-safe. */
public final class Outbox {

    private static final String ADD = """
            insert into outbox (topic, record_key, event, dataset_key, created_at) values (?, ?, ?, ?, ?)
            """;

    // Whoever holds the first row of a key publishes for that key; others pass by.
    private static final String FIRST = """
            select o.outbox_key, o.topic, o.event, o.dataset_key from outbox o
            where o.outbox_key = (select min(e.outbox_key) from outbox e where e.record_key = ?)
            for update skip locked
            """;

    private final Database database;
    private final Broker broker;
    private final DatasetChunks chunks;
    private final Clock clock;

    /** Where records go: returns when they are durable, and throws otherwise. */
    @FunctionalInterface
    public interface Broker {

        void publishAll(List<Outgoing> records);
    }

    public Outbox(Database database, Broker broker, DatasetChunks chunks, Clock clock) {
        this.database = database;
        this.broker = broker;
        this.chunks = chunks;
        this.clock = clock;
    }

    /**
     * Adds a record in the caller's transaction.
     *
     * @param dataset key of the dataset whose chunks have to be on the broker first, or null
     */
    public void add(Connection connection, Outgoing record, @Nullable Long dataset) throws SQLException {
        var unused = Query.of(ADD, record.topic().name(), record.key(), json(record.event()), dataset, clock.instant())
                .run(connection);
    }

    /** The keys of records that wait, oldest first, at most a hundred. */
    List<String> waiting() {
        return database.read(connection -> Query.of(
                        "select record_key from outbox group by record_key order by min(outbox_key) limit 100")
                .list(connection, row -> row.getString(1)));
    }

    /** Publishes all records under a key, unless somebody else is doing it just now. */
    void publish(String key) {
        boolean more = true;
        while (more) {
            more = database.write(connection -> publishFirst(connection, key));
        }
    }

    private boolean publishFirst(Connection connection, String key) throws SQLException {
        Optional<Waiting> first = Query.of(FIRST, key)
                .first(
                        connection,
                        row -> new Waiting(
                                row.getLong(1), row.getString(2), row.getString(3), row.getObject(4, Long.class)));
        if (first.isEmpty()) {
            return false;
        }
        Waiting waiting = first.get();
        if (waiting.dataset() != null) {
            chunks.publish(connection, waiting.dataset(), broker);
        }
        broker.publishAll(List.of(new Outgoing(Topic.valueOf(waiting.topic()), key, tree(waiting.event()))));
        var unused = Query.of("delete from outbox where outbox_key = ?", waiting.row())
                .run(connection);
        return true;
    }

    private static String json(Object event) {
        try {
            return EventJson.mapper().writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not an event", e);
        }
    }

    private static JsonNode tree(String event) throws SQLException {
        try {
            return EventJson.mapper().readTree(event);
        } catch (JsonProcessingException e) {
            throw new SQLException("a stored event cannot be read", e);
        }
    }

    private record Waiting(
            long row, String topic, String event, @Nullable Long dataset) {}
}
