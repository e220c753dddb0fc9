package dev.assay.orchestrator.loop;

import dev.assay.contracts.topic.Topic;
import dev.assay.messaging.publish.EventPublisher;
import dev.assay.messaging.publish.Outgoing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Events are stored in the transaction of the change that they tell of, published after it, and then deleted. A crash
 * in between publishes them again at the next start: at least once, in order.
 */
final class Outbox {

    private final EventPublisher publisher;
    private final List<Long> published = new ArrayList<>();

    record Entry(long id, Topic topic, String key, byte[] payload) {}

    Outbox(EventPublisher publisher) {
        this.publisher = publisher;
    }

    List<Entry> store(Connection connection, List<Outgoing> events) throws SQLException {
        List<Entry> entries = new ArrayList<>(events.size());
        if (events.isEmpty()) {
            return entries;
        }
        String sql = "insert into outbox (topic, key, payload) values (?, ?, ?) returning id";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Outgoing event : events) {
                byte[] payload = publisher.written(event.event());
                insert.setString(1, event.topic().name());
                insert.setString(2, event.key());
                insert.setBytes(3, payload);
                try (ResultSet id = insert.executeQuery()) {
                    id.next();
                    entries.add(new Entry(id.getLong(1), event.topic(), event.key(), payload));
                }
            }
        }
        return entries;
    }

    List<Entry> left(Connection connection) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (PreparedStatement select =
                        connection.prepareStatement("select id, topic, key, payload from outbox order by id");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                entries.add(new Entry(
                        rows.getLong(1), Topic.valueOf(rows.getString(2)), rows.getString(3), rows.getBytes(4)));
            }
        }
        return entries;
    }

    /** Publishes and waits until all are durable. */
    void publish(List<Entry> entries) {
        CompletableFuture<?>[] sent = entries.stream()
                .map(entry -> publisher
                        .publishWritten(entry.topic(), entry.key(), entry.payload())
                        .toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(sent).join();
        entries.forEach(entry -> published.add(entry.id()));
    }

    boolean hasPublished() {
        return !published.isEmpty();
    }

    /** Deletes, in the transaction of the next change, what was published before it. */
    void deletePublished(Connection connection) throws SQLException {
        if (published.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement("delete from outbox where id = any (?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", published.toArray()));
            delete.executeUpdate();
        }
    }

    void forgetDeleted() {
        published.clear();
    }
}
