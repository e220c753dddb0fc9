package dev.assay.orchestrator.dataset;

import dev.assay.contracts.event.DatasetChunk;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.run.DatasetRef;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stored items of datasets. Storing a chunk again changes nothing. Thread-safe. */
@ApplicationScoped
public class DatasetStore {

    private final AgroalDataSource dataSource;
    private final Set<ContentHash> complete = ConcurrentHashMap.newKeySet();

    /** One stored item. */
    public record StoredItem(String id, String json) {}

    DatasetStore(@DataSource("orchestrator") AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    void store(List<DatasetChunk> chunks) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            for (DatasetChunk chunk : chunks) {
                store(connection, chunk);
            }
            connection.commit();
        }
    }

    private static void store(Connection connection, DatasetChunk chunk) throws SQLException {
        String header = "insert into dataset (hash, group_id, total_items) values (?, ?, ?) on conflict do nothing";
        try (PreparedStatement insert = connection.prepareStatement(header)) {
            insert.setString(1, chunk.dataset().value());
            insert.setString(2, chunk.groupId().value());
            insert.setInt(3, chunk.totalItems());
            insert.executeUpdate();
        }
        String items = """
                insert into dataset_item (hash, item, item_id, body)
                select ?, ? + i.nr - 1, i.id, i.body from unnest(?::text[], ?::text[]) with ordinality as i (id, body, nr)
                on conflict do nothing
                """;
        try (PreparedStatement insert = connection.prepareStatement(items)) {
            insert.setString(1, chunk.dataset().value());
            insert.setInt(2, chunk.firstItem());
            insert.setArray(3, connection.createArrayOf("text", chunk.itemIds().toArray()));
            insert.setArray(4, connection.createArrayOf("text", chunk.items().toArray()));
            count(connection, chunk.dataset(), insert.executeUpdate());
        }
    }

    /** Counts items that were not there before. */
    private static void count(Connection connection, ContentHash dataset, int added) throws SQLException {
        String sql = "update dataset set stored_items = stored_items + ? where hash = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setInt(1, added);
            update.setString(2, dataset.value());
            update.executeUpdate();
        }
    }

    /** Whether all items of a dataset are stored. */
    public boolean isComplete(DatasetRef dataset) throws SQLException {
        if (complete.contains(dataset.hash())) {
            return true;
        }
        String sql = "select stored_items from dataset where hash = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, dataset.hash().value());
            try (ResultSet row = select.executeQuery()) {
                boolean all = row.next() && row.getLong(1) >= dataset.items();
                if (all) {
                    complete.add(dataset.hash());
                }
                return all;
            }
        }
    }

    /** Items by their position in the dataset; those that are not stored are absent. */
    public Map<Integer, StoredItem> items(ContentHash dataset, Collection<Integer> positions) throws SQLException {
        String sql = "select item, item_id, body from dataset_item where hash = ? and item = any (?)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, dataset.value());
            select.setArray(2, connection.createArrayOf("int", positions.toArray()));
            Map<Integer, StoredItem> items = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    items.put(rows.getInt(1), new StoredItem(rows.getString(2), rows.getString(3)));
                }
            }
            return items;
        }
    }
}
