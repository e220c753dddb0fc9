package dev.assay.gateway.samples;

import dev.assay.contracts.id.TaskId;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.database.Row;
import dev.assay.gateway.problem.Refusal;
import dev.assay.gateway.results.OutcomeKind;
import dev.assay.gateway.runs.StoredRun;
import dev.assay.gateway.web.Cursor;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds samples of a run that the caller may see. Thread-safe. */
final class Samples {

    /** How much of an answer a list shows, in characters. */
    private static final int EXCERPT = 280;

    private static final String ONE =
            "with q as (select " + SampleRow.COLUMNS + ", p.answer, p.message, p.cached_tokens, p.reasoning_tokens,"
                    + " p.estimated from sample p" + SampleRow.WITH_SCORES
                    + "where p.run_key = ? and p.model = ? and p.item = ? and p.repeat = ?) select p.*, "
                    + SampleRow.COST + " from q p " + SampleRow.ATTEMPTS_AND_COST;

    private static final String ATTEMPTS = """
            select a.*, c.amount from (
                select attempt, true as decided, outcome, failure, message, http_status, started_us, total_us,
                       first_token_us, queued_us, worker, call_id, headers from sample
                where run_key = ? and model = ? and item = ? and repeat = ?
                union all
                select attempt, false, outcome, failure, message, http_status, started_us, total_us,
                       first_token_us, queued_us, worker, call_id, headers from attempt
                where run_key = ? and model = ? and item = ? and repeat = ?) a
            left join charge c on c.run_key = ? and c.call_id = a.call_id
            """;

    private final Database database;
    private final SampleTexts texts;

    Samples(Database database, SampleTexts texts) {
        this.database = database;
        this.texts = texts;
    }

    SampleView.Page page(StoredRun run, SampleFilter filter, Optional<Cursor> after, int limit) {
        List<Object> parameters = new ArrayList<>(
                List.of(EXCERPT, run.key(), run.definition().models().size()));
        String sql = "with q as materialized (select " + SampleRow.COLUMNS
                + ", left(p.answer, ?) as answer from sample p" + SampleRow.WITH_SCORES
                + "where p.run_key = ? and p.model < ?"
                + conditions(filter, parameters)
                + after.map(cursor -> place(cursor, parameters)).orElse("")
                + " order by p.model, p.item, p.repeat limit ?) select p.*, " + SampleRow.COST + " from q p "
                + SampleRow.ATTEMPTS_AND_COST + " order by p.model, p.item, p.repeat";
        parameters.add(limit + 1);
        List<SampleView> found = database.read(
                connection -> Query.of(sql, parameters.toArray()).list(connection, row -> SampleRow.sample(run, row)));
        if (found.size() <= limit) {
            return new SampleView.Page(found, null);
        }
        List<SampleView> page = found.subList(0, limit);
        SampleView last = page.getLast();
        String next =
                Cursor.after(position(run, last), last.item(), last.repeat()).text();
        return new SampleView.Page(page, next);
    }

    private static int position(StoredRun run, SampleView sample) {
        return run.definition().models().stream()
                .map(model -> model.id())
                .toList()
                .indexOf(sample.model());
    }

    private static String conditions(SampleFilter filter, List<Object> parameters) {
        StringBuilder sql = new StringBuilder();
        and(sql, parameters, " and p.model = ?", filter.model());
        and(sql, parameters, " and p.category = ?", filter.category());
        // Written out, so that the index of unanswered samples is seen to fit.
        OutcomeKind outcome = filter.outcome();
        if (outcome != null) {
            sql.append(" and p.outcome = ").append(outcome.code());
        }
        String metric = filter.metric();
        if (metric != null) {
            both(sql, parameters, " and (sc.scores ->> ?)::float8 >= ?", metric, filter.minScore());
            both(sql, parameters, " and (sc.scores ->> ?)::float8 <= ?", metric, filter.maxScore());
        }
        and(sql, parameters, " and strpos(lower(p.item_id), lower(?)) > 0", filter.itemId());
        return sql.toString();
    }

    private static void and(StringBuilder sql, List<Object> parameters, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            parameters.add(value);
        }
    }

    private static void both(
            StringBuilder sql, List<Object> parameters, String condition, String metric, @Nullable Double bound) {
        if (bound != null) {
            sql.append(condition);
            parameters.add(metric);
            parameters.add(bound);
        }
    }

    private static String place(Cursor cursor, List<Object> parameters) {
        parameters.add((int) cursor.number(0));
        parameters.add((int) cursor.number(1));
        parameters.add((int) cursor.number(2));
        return " and (p.model, p.item, p.repeat) > (?, ?, ?)";
    }

    /**
     * One sample with everything that is known of it.
     *
     * @throws Refusal if the run has none there, or none yet
     */
    SampleView.Detail one(StoredRun run, int model, int item, int repeat) {
        return database.read(connection -> {
            List<SampleView.AttemptView> attempts = attempts(connection, run, model, item, repeat);
            Optional<SampleTexts.Texts> rendered = texts.of(connection, run, new TaskId(run.id(), model, item, repeat));
            return Query.of(ONE, run.key(), model, item, repeat)
                    .first(
                            connection,
                            row -> SampleView.Detail.of(
                                    SampleRow.sample(run, row),
                                    row.getString("message"),
                                    row.getString("finish_reason"),
                                    usage(row),
                                    attempts,
                                    rendered.map(SampleTexts.Texts::prompt).orElse(null),
                                    rendered.map(SampleTexts.Texts::references).orElse(null),
                                    rendered.map(SampleTexts.Texts::choices).orElse(null)))
                    .orElseThrow(() -> Refusal.notFound("the run has no such sample, or it has no outcome yet"));
        });
    }

    private static List<SampleView.AttemptView> attempts(
            Connection connection, StoredRun run, int model, int item, int repeat) throws SQLException {
        List<SampleView.AttemptView> all = Query.of(
                        ATTEMPTS, run.key(), model, item, repeat, run.key(), model, item, repeat, run.key())
                .list(connection, row -> attempt(run, row));
        Optional<SampleView.AttemptView> decided =
                all.stream().filter(SampleView.AttemptView::decided).findFirst();
        // Another record under the number of the attempt that decided is a repetition of it.
        return Stream.concat(
                        decided.stream(),
                        all.stream()
                                .filter(a -> decided.map(d -> d.attempt() != a.attempt())
                                        .orElse(true)))
                .sorted(Comparator.comparingInt(SampleView.AttemptView::attempt))
                .toList();
    }

    private static SampleView.AttemptView attempt(StoredRun run, ResultSet row) throws SQLException {
        Long started = Row.whole(row, "started_us");
        return new SampleView.AttemptView(
                row.getInt("attempt"),
                row.getBoolean("decided"),
                OutcomeKind.ofCode(row.getInt("outcome")).word(),
                row.getString("failure"),
                row.getString("message"),
                Row.small(row, "http_status"),
                started == null ? null : Instant.EPOCH.plus(started, ChronoUnit.MICROS),
                SampleRow.millis(row, "total_us"),
                SampleRow.millis(row, "first_token_us"),
                SampleRow.millis(row, "queued_us"),
                row.getString("worker"),
                row.getString("call_id"),
                SampleRow.money(run, row.getBigDecimal("amount")),
                SampleRow.texts(row.getString("headers")));
    }

    private static SampleView.@Nullable UsageView usage(ResultSet row) throws SQLException {
        Integer input = Row.small(row, "input_tokens");
        return input == null
                ? null
                : new SampleView.UsageView(
                        input,
                        row.getInt("cached_tokens"),
                        row.getInt("output_tokens"),
                        row.getInt("reasoning_tokens"),
                        row.getBoolean("estimated"));
    }
}
