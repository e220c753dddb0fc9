package dev.assay.gateway.comparison;

import dev.assay.contracts.id.ContentHash;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.problem.Refusal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of one field of datasets' items. Immutable. */
public final class ItemLabels {

    private static final int FETCHED_AT_ONCE = 5_000;
    private static final String VALUES = """
            select i.item, i.body::jsonb ->> ? from dataset d join dataset_item i on i.dataset_key = d.dataset_key
            where d.hash = ? and i.body::jsonb -> ? is not null
            """;

    private final Map<Long, String> values;

    private ItemLabels(Map<Long, String> values) {
        this.values = values;
    }

    /**
     * Reads a field.
     *
     * @param parameter to name if no item has the field
     * @throws Refusal if none has
     */
    public static ItemLabels read(Connection connection, List<ContentHash> datasets, String parameter, String field)
            throws SQLException {
        Map<Long, String> values = new HashMap<>();
        Map<String, String> shared = new HashMap<>();
        for (int place = 0; place < datasets.size(); place++) {
            try (PreparedStatement statement =
                    Query.of(VALUES, field, datasets.get(place).value(), field).prepare(connection)) {
                statement.setFetchSize(FETCHED_AT_ONCE);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        String value = rows.getString(2);
                        if (value != null) {
                            values.put(
                                    ((long) place << Integer.SIZE) | rows.getInt(1),
                                    shared.computeIfAbsent(value, v -> v));
                        }
                    }
                }
            }
        }
        if (values.isEmpty()) {
            throw Sides.refused(
                    parameter, "no item has the field '" + field + "'", "Name a field of the dataset's items.");
        }
        return new ItemLabels(values);
    }

    public Optional<String> of(long key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The cluster of an item: all with this value, or the item alone. */
    public String cluster(long key) {
        String value = values.get(key);
        return value == null ? "i:" + key : "c:" + value;
    }
}
