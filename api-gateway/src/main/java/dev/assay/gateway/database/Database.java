package dev.assay.gateway.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Gives out connections for one piece of work each. Thread-safe. */
public final class Database {

    private final DataSource source;

    public Database(DataSource source) {
        this.source = source;
    }

    /** Work on one connection. */
    @FunctionalInterface
    public interface Work<T> {

        T on(Connection connection) throws SQLException;
    }

    /** Work on one connection that has no result. */
    @FunctionalInterface
    public interface Action {

        void on(Connection connection) throws SQLException;
    }

    /**
     * Reads, each statement for itself.
     *
     * @throws DatabaseFailure if the database refuses or is away
     */
    public <T> T read(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /**
     * Does the work in one transaction: all of it, or nothing if it throws.
     *
     * @throws DatabaseFailure if the database refuses or is away; whether the commit came through is then unknown
     */
    public <T> T write(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.on(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                leave(connection, done);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** As {@link #write}, without a result. */
    public void change(Action action) {
        var unused = write(connection -> {
            action.on(connection);
            return true;
        });
    }

    private static void leave(Connection connection, boolean done) throws SQLException {
        if (!done) {
            connection.rollback();
        }
        connection.setAutoCommit(true);
    }
}
