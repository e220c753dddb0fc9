package dev.assay.gateway.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows turned into one array per column, for statements over {@code unnest(?, ?, ...)}: the statement's text does not
 * depend on how many rows there are. Not thread-safe.
 */
public final class Columns {

    private final List<String> types;
    private final List<List<@Nullable Object>> values;
    private int rows;

    private Columns(List<String> types) {
        this.types = types;
        this.values = new ArrayList<>(types.size());
        types.forEach(type -> values.add(new ArrayList<>()));
    }

    /** Columns of these Postgres types: int2, int4, int8 and bool by their Java types, all others by their text. */
    public static Columns of(String... types) {
        return new Columns(List.of(types));
    }

    /** Adds a row; its values are in the order of the columns. */
    public void add(@Nullable Object... row) {
        if (row.length != types.size()) {
            throw new IllegalArgumentException("a row has " + types.size() + " values, not " + row.length);
        }
        for (int i = 0; i < row.length; i++) {
            values.get(i).add(row[i] instanceof String text ? StorableText.of(text) : row[i]);
        }
        rows++;
    }

    public int rows() {
        return rows;
    }

    public boolean isEmpty() {
        return rows == 0;
    }

    /** The call {@code unnest(?, ?, ...)} with one parameter per column. */
    public String unnest() {
        return "unnest(" + "?, ".repeat(types.size() - 1) + "?)";
    }

    /** Sets the arrays as the statement's parameters 1, 2, .... */
    public void bind(Connection connection, PreparedStatement statement) throws SQLException {
        for (int i = 0; i < types.size(); i++) {
            Object[] column = values.get(i).toArray(arrayFor(types.get(i)));
            statement.setArray(i + 1, connection.createArrayOf(types.get(i), column));
        }
    }

    // Typed arrays let the driver send them in binary form.
    private static @Nullable Object[] arrayFor(String type) {
        return switch (type) {
            case "int2" -> new Short[0];
            case "int4" -> new Integer[0];
            case "int8" -> new Long[0];
            case "bool" -> new Boolean[0];
            default -> new String[0];
        };
    }
}
