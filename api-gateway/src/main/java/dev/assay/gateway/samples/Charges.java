package dev.assay.gateway.samples;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.assay.contracts.event.Charge;
import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.money.Money;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.results.ChargeStore;
import dev.assay.gateway.runs.StoredRun;
import dev.assay.gateway.web.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Looks at a run's ledger entries, in the order of the calls. Thread-safe. */
final class Charges {

    private static final String PAGE = """
            select * from charge where run_key = ? and (?::text is null or call_id > ?) order by call_id limit ?
            """;

    private static final String TOTALS = """
            select coalesce(sum(entries), 0), coalesce(sum(confirmed), 0), coalesce(sum(unconfirmed), 0),
                   coalesce(sum(voided), 0), coalesce(sum(unpriced), 0), coalesce(sum(amount), 0)
            from charge_total where run_key = ?
            """;

    private final Database database;

    Charges(Database database) {
        this.database = database;
    }

    /** One ledger entry. */
    @Schema(name = "Charge")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChargeView(
            String call,

            @Schema(examples = "01jd3x5m8q2v7c9e4k6n0p1r2s.0.17.0")
            String task,

            @Schema(description = "Which dispatch of the task, from 1.")
            int attempt,

            ModelId model,

            @Schema(
                    description = "Whether the call answered a sample or judged answers.",
                    enumeration = {"answer", "judge"})
            String purpose,

            Charge.Status status,

            @Schema(description = "Absent if the model has no price.") @Nullable
            Money amount,

            int inputTokens,
            int cachedInputTokens,
            int outputTokens,
            int reasoningTokens,

            @Schema(description = "Whether the tokens were estimated.")
            boolean estimated,

            PriceBookVersion priceBook) {}

    /** What all entries of the run come to. */
    @Schema(name = "ChargeTotals")
    record Totals(
            @Schema(description = "Entries that are not void.")
            long calls,

            long confirmed,
            long unconfirmed,

            @Schema(name = "void") @JsonProperty("void") long voided,

            long unpriced,
            Money amount) {}

    /** Some entries, the totals, and where the next ones begin. */
    @Schema(name = "Charges")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            List<ChargeView> charges,
            Totals totals,
            @Nullable String next) {}

    Page page(StoredRun run, Optional<Cursor> after, int limit) {
        String last = after.map(cursor -> cursor.key().getFirst()).orElse(null);
        return database.read(connection -> {
            List<ChargeView> found =
                    Query.of(PAGE, run.key(), last, last, limit + 1).list(connection, row -> charge(run, row));
            Totals totals = Query.of(TOTALS, run.key())
                    .first(connection, row -> totals(run, row))
                    .orElseThrow(() -> new SQLException("an aggregate has a row"));
            List<ChargeView> page = found.size() > limit ? found.subList(0, limit) : found;
            String next =
                    found.size() > limit ? Cursor.after(page.getLast().call()).text() : null;
            return new Page(page, totals, next);
        });
    }

    private static Totals totals(StoredRun run, ResultSet row) throws SQLException {
        return new Totals(
                row.getLong(1) - row.getLong(4),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                new Money(run.currency(), row.getBigDecimal(6)));
    }

    private static ChargeView charge(StoredRun run, ResultSet row) throws SQLException {
        TaskId task = new TaskId(run.id(), row.getInt("model"), row.getInt("item"), row.getInt("repeat"));
        AttemptId attempt = new AttemptId(task, row.getInt("attempt"));
        return new ChargeView(
                row.getString("call_id"),
                task.toString(),
                attempt.number(),
                run.definition().calledBy(task).id(),
                run.definition().isJudgement(task) ? "judge" : "answer",
                ChargeStore.status(row.getInt("status")),
                SampleRow.money(run, row.getBigDecimal("amount")),
                row.getInt("input_tokens"),
                row.getInt("cached_tokens"),
                row.getInt("output_tokens"),
                row.getInt("reasoning_tokens"),
                row.getBoolean("estimated"),
                run.definition().priceBook());
    }
}
