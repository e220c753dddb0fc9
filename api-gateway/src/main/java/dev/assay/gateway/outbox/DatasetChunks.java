package dev.assay.gateway.outbox;

import dev.assay.contracts.event.DatasetChunk;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.IdSource;
import dev.assay.contracts.topic.Topic;
import dev.assay.gateway.database.Query;
import dev.assay.messaging.publish.Outgoing;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Brings a dataset's items to the broker, in chunks, once per cluster. What was published long ago is published again
 * when it is next needed, so that a reader that lost it gets it back before the topic forgets. Thread-safe.
 */
public final class DatasetChunks {

    private static final int CHUNK_BYTES = 512 * 1024;
    private static final int CHUNKS_IN_FLIGHT = 8;
    private static final Duration GOOD_FOR = Duration.ofDays(1);

    /** The group that brought the data first; what the installation brought itself is of the default group. */
    private static final String HEAD = """
            select coalesce((select a.group_id from dataset_access a where a.dataset_key = d.dataset_key
                             order by a.granted_at, a.group_id limit 1), 'default'), d.hash, d.items
            from dataset d where d.dataset_key = ?
            """;

    private final Supplier<String> cluster;
    private final IdSource ids;
    private final Clock clock;

    /** @param cluster names the Kafka cluster that records go to */
    public DatasetChunks(Supplier<String> cluster, IdSource ids, Clock clock) {
        this.cluster = cluster;
        this.ids = ids;
        this.clock = clock;
    }

    /** Publishes unless it is published, and notes it, in the caller's transaction. */
    void publish(Connection connection, long dataset, Outbox.Broker broker) throws SQLException {
        String to = cluster.get();
        Instant now = clock.instant();
        boolean there = Query.of(
                        "select 1 from dataset where dataset_key = ? and published_to = ? and published_at > ?",
                        dataset,
                        to,
                        now.minus(GOOD_FOR))
                .first(connection, row -> true)
                .orElse(false);
        if (!there) {
            send(connection, dataset, broker);
            var unused = Query.of(
                            "update dataset set published_to = ?, published_at = ? where dataset_key = ?",
                            to,
                            now,
                            dataset)
                    .run(connection);
        }
    }

    private void send(Connection connection, long dataset, Outbox.Broker broker) throws SQLException {
        Sending sending = Query.of(HEAD, dataset)
                .first(
                        connection,
                        row -> new Sending(
                                broker,
                                new GroupId(row.getString(1)),
                                new ContentHash(row.getString(2)),
                                row.getInt(3)))
                .orElseThrow(() -> new SQLException("the dataset is gone"));
        try (PreparedStatement statement = Query.of(
                        "select item_id, body from dataset_item where dataset_key = ? order by item", dataset)
                .prepare(connection)) {
            statement.setFetchSize(500);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sending.add(rows.getString(1), rows.getString(2));
                }
            }
        }
        sending.end();
    }

    /** The chunk that is being filled, and full ones on their way. */
    private final class Sending {

        private final Outbox.Broker broker;
        private final GroupId group;
        private final ContentHash hash;
        private final int total;
        private final List<Outgoing> full = new ArrayList<>();
        private List<String> itemIds = new ArrayList<>();
        private List<String> items = new ArrayList<>();
        private int first;
        private int bytes;

        Sending(Outbox.Broker broker, GroupId group, ContentHash hash, int total) {
            this.broker = broker;
            this.group = group;
            this.hash = hash;
            this.total = total;
        }

        void add(String id, String item) {
            int size = item.getBytes(StandardCharsets.UTF_8).length + id.length();
            if (!items.isEmpty() && bytes + size > CHUNK_BYTES) {
                close();
            }
            itemIds.add(id);
            items.add(item);
            bytes += size;
        }

        void end() {
            if (!items.isEmpty()) {
                close();
            }
            flush();
        }

        private void close() {
            DatasetChunk chunk =
                    new DatasetChunk(ids.nextEvent(), clock.instant(), group, hash, first, total, itemIds, items);
            full.add(new Outgoing(Topic.DATASETS, hash.value(), chunk));
            first += items.size();
            itemIds = new ArrayList<>();
            items = new ArrayList<>();
            bytes = 0;
            if (full.size() == CHUNKS_IN_FLIGHT) {
                flush();
            }
        }

        private void flush() {
            if (!full.isEmpty()) {
                broker.publishAll(full);
                full.clear();
            }
        }
    }
}
