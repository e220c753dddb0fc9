package dev.assay.cost.ledger;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** Runs work on the ledger's database: all of it or nothing. Thread-safe. */
@ApplicationScoped
class Transactions {

    private final javax.sql.DataSource database;

    Transactions(@DataSource("cost") javax.sql.DataSource database) {
        this.database = database;
    }

    /** Something to do with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Something to do with a connection that gives nothing back. */
    @FunctionalInterface
    interface Action {
        void on(Connection connection) throws SQLException;
    }

    /** Commits if the work succeeds, else rolls back and passes on what it threw. */
    <T> T call(Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        }
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** As {@link #call}. */
    void run(Action action) throws SQLException {
        boolean unused = call(connection -> {
            action.on(connection);
            return true;
        });
    }
}
