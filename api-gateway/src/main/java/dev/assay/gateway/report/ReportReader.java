package dev.assay.gateway.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.contracts.event.MetricAggregate;
import dev.assay.contracts.event.VariantAggregate;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.money.Money;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.judging.JudgementReader;
import dev.assay.gateway.runs.StoredRun;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a report is made from. Each query is one pass over one run's rows. */
final class ReportReader {

    private static final TypeReference<List<MetricAggregate>> AGGREGATES = new TypeReference<>() {};

    // Of a model that was asked nothing more, only the items that its answers rest on.
    static final String COUNTS = """
             (recorded.model <> all(?) or (recorded.model, recorded.item) in (select * from unnest(?, ?)))
            """;

    private static final String COUNTED = "select recorded.model, count(*) from sample recorded where run_key = ? and"
            + COUNTS + " group by recorded.model";

    // What samples took: the attempts that decided them, and those that failed and were tried again. A call that was
    // repeated because of a crash is neither, whether it came under the same number or, since its worker was given up
    // too early, under the next one; the run's spending has it.
    private static final String COSTS = """
            select recorded.model, coalesce(sum(c.amount), 0), count(*) filter (where c.amount is null),
                   sum(c.input_tokens), sum(c.output_tokens)
            from (select model, call_id, item from sample where run_key = ? and call_id is not null
                  union all
                  select a.model, a.call_id, a.item from attempt a where a.run_key = ? and a.call_id is not null
                  and a.outcome = 3 and not exists (select from sample s
                      where s.run_key = a.run_key and s.model = a.model and s.item = a.item
                        and s.repeat = a.repeat and s.attempt = a.attempt)) recorded
            join charge c on c.run_key = ? and c.call_id = recorded.call_id
            where""" + COUNTS + " group by recorded.model";

    private static final String FAILURES = """
            select recorded.model, failure, count(*) from sample recorded
            where run_key = ? and outcome <> 1 and failure is not null and""" + COUNTS + " group by recorded.model, failure";

    private static final String SPEND = """
            select coalesce(sum(amount), 0), coalesce(sum(entries), 0), coalesce(sum(confirmed), 0),
                   coalesce(sum(unconfirmed), 0), coalesce(sum(voided), 0), coalesce(sum(unpriced), 0)
            from charge_total where run_key = ?
            """;

    private static final String TIMING = """
            select model, percentile_cont(array[0.5, 0.95, 0.99]) within group (order by first_token_us),
                   percentile_cont(array[0.5, 0.95, 0.99]) within group (order by total_us),
                   coalesce(sum(output_tokens), 0), coalesce(sum(total_us), 0)
            from sample where run_key = ? and outcome = 1 group by model
            """;

    private static final TypeReference<List<VariantAggregate>> VARIANTS = new TypeReference<>() {};

    private ReportReader() {}

    static ReportInputs read(Connection connection, StoredRun run, String codeVersion) throws SQLException {
        // The planner's statistics do not know a run that was just written: it expects a handful of rows and would look
        // through all of them for each one. Hashing is right for one row and for a million.
        try (Statement planner = connection.createStatement()) {
            planner.execute("set enable_nestloop = off");
            ReportInputs inputs;
            try {
                inputs = inputs(connection, run, codeVersion);
            } catch (SQLException e) {
                reset(planner, e);
                throw e;
            }
            planner.execute("reset enable_nestloop");
            return inputs;
        }
    }

    /** In a transaction that has failed this fails too, and the rollback takes the setting back. */
    private static void reset(Statement planner, SQLException failure) {
        try {
            planner.execute("reset enable_nestloop");
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private static ReportInputs inputs(Connection connection, StoredRun run, String codeVersion) throws SQLException {
        CountedItems counted = CountedItems.of(run);
        Map<Integer, Long> outcomes = outcomes(connection, run);
        List<MetricAggregate> aggregates = aggregates(connection, run);
        return new ReportInputs(
                run,
                codeVersion,
                aggregates,
                variants(connection, run),
                costs(connection, run, counted),
                failures(connection, run, counted),
                outcomes,
                counted.isAll() ? outcomes : counted(connection, run, counted),
                spend(connection, run),
                timing(connection, run),
                JudgementReader.reports(connection, run),
                SubgroupReader.read(connection, run, aggregates, counted));
    }

    private static List<MetricAggregate> aggregates(Connection connection, StoredRun run) throws SQLException {
        String json = Query.of("select aggregates from aggregate where run_key = ?", run.key())
                .first(connection, row -> row.getString(1))
                .orElse("[]");
        try {
            return EventJson.mapper().readValue(json, AGGREGATES);
        } catch (JsonProcessingException e) {
            throw new SQLException("stored aggregates cannot be read", e);
        }
    }

    private static List<VariantAggregate> variants(Connection connection, StoredRun run) throws SQLException {
        String json = Query.of("select variants from aggregate where run_key = ?", run.key())
                .first(connection, row -> Optional.ofNullable(row.getString(1)))
                .flatMap(variants -> variants)
                .orElse("[]");
        try {
            return EventJson.mapper().readValue(json, VARIANTS);
        } catch (JsonProcessingException e) {
            throw new SQLException("stored variants cannot be read", e);
        }
    }

    private static Map<Integer, ReportInputs.AttemptCosts> costs(
            Connection connection, StoredRun run, CountedItems counted) throws SQLException {
        Map<Integer, ReportInputs.AttemptCosts> costs = new HashMap<>();
        for (var entry : Query.of(
                        COSTS, run.key(), run.key(), run.key(), counted.partly(), counted.models(), counted.items())
                .list(
                        connection,
                        row -> Map.entry(
                                row.getInt(1),
                                new ReportInputs.AttemptCosts(
                                        row.getBigDecimal(2), row.getLong(3), row.getLong(4), row.getLong(5))))) {
            costs.put(entry.getKey(), entry.getValue());
        }
        return costs;
    }

    private static Map<Integer, SortedMap<String, Long>> failures(
            Connection connection, StoredRun run, CountedItems counted) throws SQLException {
        Map<Integer, SortedMap<String, Long>> failures = new HashMap<>();
        var unused = Query.of(FAILURES, run.key(), counted.partly(), counted.models(), counted.items())
                .list(
                        connection,
                        row -> failures.computeIfAbsent(row.getInt(1), model -> new TreeMap<>())
                                .put(row.getString(2), row.getLong(3)));
        return failures;
    }

    private static Map<Integer, Long> outcomes(Connection connection, StoredRun run) throws SQLException {
        Map<Integer, Long> outcomes = new HashMap<>();
        var unused = Query.of(
                        "select model, answered + refused + failed + cancelled from outcome_count where run_key = ?",
                        run.key())
                .list(connection, row -> outcomes.put(row.getInt(1), row.getLong(2)));
        return outcomes;
    }

    private static Map<Integer, Long> counted(Connection connection, StoredRun run, CountedItems counted)
            throws SQLException {
        Map<Integer, Long> samples = new HashMap<>();
        var unused = Query.of(COUNTED, run.key(), counted.partly(), counted.models(), counted.items())
                .list(connection, row -> samples.put(row.getInt(1), row.getLong(2)));
        return samples;
    }

    private static Report.Spend spend(Connection connection, StoredRun run) throws SQLException {
        return Query.of(SPEND, run.key())
                .first(
                        connection,
                        row -> new Report.Spend(
                                new Money(run.currency(), row.getBigDecimal(1)),
                                row.getLong(2) - row.getLong(5),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6)))
                .orElseGet(() -> new Report.Spend(new Money(run.currency(), BigDecimal.ZERO), 0, 0, 0, 0, 0));
    }

    private static Map<Integer, ReportInputs.TimingFigures> timing(Connection connection, StoredRun run)
            throws SQLException {
        Map<Integer, ReportInputs.TimingFigures> timing = new HashMap<>();
        for (var entry : Query.of(TIMING, run.key())
                .list(
                        connection,
                        row -> Map.entry(
                                row.getInt(1),
                                new ReportInputs.TimingFigures(
                                        doubles(row.getArray(2)),
                                        doubles(row.getArray(3)),
                                        row.getLong(4),
                                        row.getLong(5))))) {
            timing.put(entry.getKey(), entry.getValue());
        }
        return timing;
    }

    private static List<Double> doubles(@Nullable Array array) throws SQLException {
        if (array == null || !(array.getArray() instanceof Double[] values)) {
            return List.of();
        }
        return Stream.of(values).anyMatch(java.util.Objects::isNull) ? List.of() : List.of(values);
    }
}
