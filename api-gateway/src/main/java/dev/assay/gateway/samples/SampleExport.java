package dev.assay.gateway.samples;

import dev.assay.gateway.database.DatabaseFailure;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.runs.StoredRun;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Writes all samples of a run, in the order of model, item and repeat, row by row from a cursor of the database: memory
 * does not depend on how many there are. All rows are of one moment. Thread-safe.
 */
final class SampleExport {

    private static final int FETCHED_AT_ONCE = 1_000;

    private static final String ROWS = "select " + SampleRow.COLUMNS + ", p.answer, p.message, " + SampleRow.COST
            + ", %s from sample p" + SampleRow.WITH_SCORES + "%s " + SampleRow.ATTEMPTS_AND_COST
            + " where p.run_key = ? and p.model < ? order by p.run_key, p.model, p.item, p.repeat";
    private static final String WITHOUT_ITEM = ROWS.formatted("null as body", "");
    private static final String WITH_ITEM =
            ROWS.formatted("i.body", "left join dataset_item i on i.dataset_key = ? and i.item = p.item");

    private final DataSource source;
    private final SampleTexts texts;

    SampleExport(DataSource source, SampleTexts texts) {
        this.source = source;
        this.texts = texts;
    }

    /** Writes one row after the other. */
    interface Lines {

        void begin() throws IOException;

        void line(ResultSet row) throws SQLException, IOException;

        void end() throws IOException;
    }

    void csv(StoredRun run, OutputStream out) {
        export(run, new CsvLines(run, out), false);
    }

    /** @param prompts whether each line holds the prompt, rendered again */
    void jsonLines(StoredRun run, boolean prompts, OutputStream out) {
        export(run, new JsonLines(run, out, prompts ? texts : null), prompts);
    }

    private void export(StoredRun run, Lines lines, boolean items) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            try (PreparedStatement statement = query(connection, run, items).prepare(connection)) {
                statement.setFetchSize(FETCHED_AT_ONCE);
                lines.begin();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        lines.line(rows);
                    }
                }
                lines.end();
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        } catch (IOException e) {
            // The reader went away: nobody is left to be told.
            throw new UncheckedIOException(e);
        }
    }

    private static Query query(Connection connection, StoredRun run, boolean items) throws SQLException {
        // What judges said is no sample.
        int models = run.definition().models().size();
        if (!items) {
            return Query.of(WITHOUT_ITEM, run.key(), models);
        }
        long dataset = Query.of(
                        "select dataset_key from dataset where hash = ?",
                        run.definition().benchmark().dataset().hash().value())
                .first(connection, row -> row.getLong(1))
                .orElse(-1L);
        return Query.of(WITH_ITEM, dataset, run.key(), models);
    }
}
