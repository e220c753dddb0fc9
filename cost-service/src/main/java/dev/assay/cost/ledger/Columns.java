package dev.assay.cost.ledger;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Binds many rows to one statement as one array per column, in the order of its parameters: one round trip and one plan
 * for any number of rows. Typed arrays let the driver send them in binary form. Not thread-safe.
 */
final class Columns<R> {

    private final Connection connection;
    private final PreparedStatement statement;
    private final List<R> rows;
    private int position;

    Columns(PreparedStatement statement, Collection<R> rows) throws SQLException {
        this.connection = statement.getConnection();
        this.statement = statement;
        this.rows = List.copyOf(rows);
    }

    Columns<R> text(Function<R, String> value) throws SQLException {
        return bind("text", rows.stream().map(value).toArray(String[]::new));
    }

    Columns<R> number(Function<R, Long> value) throws SQLException {
        return bind("int8", rows.stream().map(value).toArray(Long[]::new));
    }

    Columns<R> flag(Function<R, Boolean> value) throws SQLException {
        return bind("bool", rows.stream().map(value).toArray(Boolean[]::new));
    }

    Columns<R> decimal(Function<R, @Nullable BigDecimal> value) throws SQLException {
        return bind("numeric", rows.stream().map(value).toArray());
    }

    Columns<R> time(Function<R, Instant> value) throws SQLException {
        return bind(
                "timestamptz", rows.stream().map(value).map(Instant::toString).toArray(String[]::new));
    }

    private Columns<R> bind(String type, Object[] values) throws SQLException {
        Array array = connection.createArrayOf(type, values);
        statement.setArray(++position, array);
        return this;
    }
}
