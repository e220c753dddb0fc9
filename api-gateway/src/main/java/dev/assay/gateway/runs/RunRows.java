package dev.assay.gateway.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.contracts.event.ProviderWait;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.RunState;
import dev.assay.gateway.database.Row;
import dev.assay.gateway.results.Scoring;
import dev.assay.gateway.stop.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads rows of the table of runs. */
public final class RunRows {

    /** The columns that {@link #read} needs. */
    public static final String COLUMNS =
            "run_key, run_id, group_id, name, state, reason, definition, estimate, currency, manifest, scoring,"
                    + " revision, submitted_at, started_at, finished_at, stopped, waits, changes";

    private static final TypeReference<List<ProviderWait>> WAITS = new TypeReference<>() {};

    private RunRows() {}

    /** The run of the current row. */
    public static StoredRun read(ResultSet row) throws SQLException {
        try {
            RunDefinition definition = EventJson.mapper().readValue(row.getString("definition"), RunDefinition.class);
            String scoring = row.getString("scoring");
            String waits = row.getString("waits");
            return new StoredRun(
                    row.getLong("run_key"),
                    new RunId(row.getString("run_id")),
                    new GroupId(row.getString("group_id")),
                    row.getString("name"),
                    RunState.valueOf(row.getString("state")),
                    row.getString("reason"),
                    definition,
                    EventJson.mapper().readValue(row.getString("estimate"), Estimate.class),
                    row.getString("currency"),
                    row.getString("manifest"),
                    scoring == null
                            ? Scoring.of(definition.benchmark())
                            : EventJson.mapper().readValue(scoring, Scoring.class),
                    row.getInt("revision"),
                    Row.requiredInstant(row, "submitted_at"),
                    Row.instant(row, "started_at"),
                    Row.instant(row, "finished_at"),
                    Standing.read(row.getString("stopped")),
                    waits == null ? List.of() : EventJson.mapper().readValue(waits, WAITS),
                    row.getLong("changes"));
        } catch (JsonProcessingException e) {
            throw new SQLException("a stored run cannot be read", e);
        }
    }
}
