package dev.assay.cost.ledger;

import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.money.Usage;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The lines of the ledger, as rows. Only ever inserts. */
final class LedgerTable {

    private static final String INSERT = """
            insert into ledger_entry (call_id, seq, kind, run_id, group_id, attempt_id, model, input_tokens,
                cached_input_tokens, output_tokens, reasoning_tokens, usage_estimated, amount, currency, basis,
                price_book, occurred_at, purpose)
            select * from unnest(?, ?::int[], ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String INSERT_FIRST = INSERT + " on conflict (call_id, seq) do nothing returning call_id";
    private static final String LOCK =
            "select 1 from ledger_entry where call_id = any(?) and seq = 1 order by call_id for update";
    private static final String CURRENT = "select * from call_charge where call_id = any(?)";

    private LedgerTable() {}

    /** What the lines of a call come to, and how many there are. */
    record Known(CallEntry entry, int lastSeq) {}

    /**
     * Inserts the first lines of calls, and leaves alone calls that have one.
     *
     * @param lines in the order of call ids, so that two transactions never wait for each other
     * @return the calls whose line was inserted
     */
    static Set<CallId> insertFirst(Connection connection, List<LedgerLine> lines) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_FIRST)) {
            bind(insert, lines);
            Set<CallId> inserted = HashSet.newHashSet(lines.size());
            try (ResultSet rows = insert.executeQuery()) {
                while (rows.next()) {
                    inserted.add(new CallId(rows.getString(1)));
                }
            }
            return inserted;
        }
    }

    /** Inserts lines that follow others; the calls have to be locked. */
    static void insertCorrections(Connection connection, List<LedgerLine> lines) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            bind(insert, lines);
            insert.executeUpdate();
        }
    }

    /** What is known of calls; until the transaction ends nobody else adds lines to them. */
    static Map<CallId, Known> lock(Connection connection, Collection<CallId> calls) throws SQLException {
        String[] ids = calls.stream().map(CallId::value).toArray(String[]::new);
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setArray(1, connection.createArrayOf("text", ids));
            lock.execute();
        }
        try (PreparedStatement select = connection.prepareStatement(CURRENT)) {
            select.setArray(1, connection.createArrayOf("text", ids));
            Map<CallId, Known> known = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    CallEntry entry = entry(row);
                    known.put(entry.report().call(), new Known(entry, row.getInt("seq")));
                }
            }
            return known;
        }
    }

    private static void bind(PreparedStatement insert, List<LedgerLine> lines) throws SQLException {
        var unused = new Columns<>(insert, lines)
                .text(line -> report(line).call().value())
                .number(line -> (long) line.seq())
                .text(line -> line.kind().name())
                .text(line -> report(line).run().value())
                .text(line -> report(line).group().value())
                .text(line -> report(line).attempt().toString())
                .text(line -> report(line).model().value())
                .number(line -> difference(line, Usage::inputTokens))
                .number(line -> difference(line, Usage::cachedInputTokens))
                .number(line -> difference(line, Usage::outputTokens))
                .number(line -> difference(line, Usage::reasoningTokens))
                .flag(line -> report(line).usage().estimated())
                .decimal(LedgerLine::amountDifference)
                .text(line -> line.now().currency())
                .text(line -> report(line).basis().name())
                .text(line -> line.now().book().value())
                .time(line -> report(line).at())
                .text(line -> line.now().purpose().name());
    }

    private static CallReport report(LedgerLine line) {
        return line.now().report();
    }

    private static long difference(LedgerLine line, ToLongFunction<Usage> tokens) {
        @Nullable CallEntry before = line.before();
        long after = tokens.applyAsLong(report(line).usage());
        return before == null
                ? after
                : after - tokens.applyAsLong(before.report().usage());
    }

    private static CallEntry entry(ResultSet row) throws SQLException {
        CallReport report = new CallReport(
                new CallId(row.getString("call_id")),
                AttemptId.parse(row.getString("attempt_id")),
                new RunId(row.getString("run_id")),
                new GroupId(row.getString("group_id")),
                new ModelId(row.getString("model")),
                usage(row),
                Basis.valueOf(row.getString("basis")),
                Objects.requireNonNull(row.getTimestamp("occurred_at")).toInstant());
        @Nullable BigDecimal amount = row.getBigDecimal("amount");
        return new CallEntry(
                report,
                amount,
                row.getString("currency"),
                new PriceBookVersion(row.getString("price_book")),
                Purpose.valueOf(row.getString("purpose")));
    }

    static Usage usage(ResultSet row) throws SQLException {
        return new Usage(
                row.getLong("input_tokens"),
                row.getLong("cached_input_tokens"),
                row.getLong("output_tokens"),
                row.getLong("reasoning_tokens"),
                row.getBoolean("usage_estimated"));
    }
}
