package dev.assay.gateway.database;

import java.sql.SQLException;

/** The database refused a statement or could not be reached. */
public final class DatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseFailure(SQLException cause) {
        super("the database refused a statement or could not be reached", cause);
    }
}
