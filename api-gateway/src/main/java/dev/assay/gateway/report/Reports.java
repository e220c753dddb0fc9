package dev.assay.gateway.report;

import dev.assay.gateway.database.Database;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.runs.RunRows;
import dev.assay.gateway.runs.StoredRun;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Gives reports as text. Of a run that has ended the text is stored, and is valid until something more becomes known of
 * the run; of one that goes on it is made anew each time. Thread-safe.
 */
public final class Reports {

    private static final String STORED = """
            select p.body from report p join run r on r.run_key = p.run_key and r.changes = p.changes
            where p.run_key = ? and r.finished_at is not null
            """;

    private static final String STORE = """
            insert into report as known (run_key, changes, body) values (?, ?, ?)
            on conflict (run_key) do update set changes = excluded.changes, body = excluded.body
            where known.changes <= excluded.changes
            """;

    private final Database database;
    private final String codeVersion;

    /** @param codeVersion of this installation, as it stands in manifests */
    public Reports(Database database, String codeVersion) {
        this.database = database;
        this.codeVersion = codeVersion;
    }

    /** The report of a run that the caller may see. */
    public String of(StoredRun run) {
        return database.write(connection -> {
            Optional<String> stored = Query.of(STORED, run.key()).first(connection, row -> row.getString(1));
            if (stored.isPresent()) {
                return stored.get();
            }
            return make(connection, run.key());
        });
    }

    /** Makes the report and, if the run has ended, stores it, within the caller's transaction. */
    String make(Connection connection, long runKey) throws SQLException {
        // Read first: whatever becomes known from here on makes what is stored below invalid.
        StoredRun run = Query.of("select " + RunRows.COLUMNS + " from run where run_key = ?", runKey)
                .first(connection, RunRows::read)
                .orElseThrow(() -> new SQLException("the run is gone"));
        Report report = ReportComposition.compose(ReportReader.read(connection, run, codeVersion));
        String body = ReportComposition.json(report);
        if (run.finishedAt() != null) {
            var unused = Query.of(STORE, run.key(), run.changes(), body).run(connection);
        }
        return body;
    }
}
