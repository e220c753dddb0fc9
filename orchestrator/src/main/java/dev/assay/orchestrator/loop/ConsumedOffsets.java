package dev.assay.orchestrator.loop;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Which events are part of the state already. Kept in the same database as the state, so a batch that comes again
 * after a crash is recognised, event by event. Not thread-safe.
 */
final class ConsumedOffsets {

    private final Map<TopicPartition, Long> next = new HashMap<>();

    void load(Connection connection) throws SQLException {
        next.clear();
        try (PreparedStatement select =
                        connection.prepareStatement("select topic, partition, next_offset from consumed");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                next.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
            }
        }
    }

    /** Marks an event as part of the state; false if it was already. */
    boolean advance(TopicPartition partition, long offset) {
        if (offset < next.getOrDefault(partition, 0L)) {
            return false;
        }
        next.put(partition, offset + 1);
        return true;
    }

    void write(Connection connection) throws SQLException {
        String sql = "insert into consumed (topic, partition, next_offset) values (?, ?, ?)"
                + " on conflict (topic, partition) do update set next_offset = excluded.next_offset"
                + " where consumed.next_offset < excluded.next_offset";
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            for (Map.Entry<TopicPartition, Long> entry : next.entrySet()) {
                upsert.setString(1, entry.getKey().topic());
                upsert.setInt(2, entry.getKey().partition());
                upsert.setLong(3, entry.getValue());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }
}
