package dev.assay.orchestrator.loop;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;

/**
 * Which records are part of the state already. Kept in the same database as the state, so a batch that comes again
 * after a crash is recognised, record by record; the events of one are all part of it or none. Not thread-safe.
 */
final class ConsumedOffsets {

    private static final String UPSERT = """
            insert into consumed (topic, partition, next_offset)
            select * from unnest(?::text[], ?::int[], ?::bigint[])
            on conflict (topic, partition) do update set next_offset = excluded.next_offset
            where consumed.next_offset < excluded.next_offset
            """;

    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Set<TopicPartition> unwritten = new LinkedHashSet<>();

    void load(Connection connection) throws SQLException {
        next.clear();
        unwritten.clear();
        try (PreparedStatement select =
                        connection.prepareStatement("select topic, partition, next_offset from consumed");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                next.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
            }
        }
    }

    /** Marks a record as part of the state; false if it was already. */
    boolean advance(TopicPartition partition, long offset) {
        if (offset < next.getOrDefault(partition, 0L)) {
            return false;
        }
        next.put(partition, offset + 1);
        unwritten.add(partition);
        return true;
    }

    /** Writes what has moved since {@link #written}. */
    void write(Connection connection) throws SQLException {
        if (unwritten.isEmpty()) {
            return;
        }
        List<TopicPartition> moved = List.copyOf(unwritten);
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            upsert.setArray(1, array(connection, "text", moved, TopicPartition::topic));
            upsert.setArray(2, array(connection, "int", moved, TopicPartition::partition));
            upsert.setArray(3, array(connection, "bigint", moved, partition -> next.getOrDefault(partition, 0L)));
            upsert.executeUpdate();
        }
    }

    /** The transaction of the last {@link #write} is stored. */
    void written() {
        unwritten.clear();
    }

    private static Array array(
            Connection connection, String type, List<TopicPartition> moved, Function<TopicPartition, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, moved.stream().map(value).toArray());
    }
}
