package dev.assay.cost.ledger;

import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.RunId;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The sums over the ledger by run and model, as rows. */
final class TotalsTable {

    private static final String ADD = """
            insert into run_model_total as total (run_id, model, group_id, currency, calls, unconfirmed, voided,
                unpriced, served, input_tokens, cached_input_tokens, output_tokens, reasoning_tokens, output_squared,
                amount, dearest)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (run_id, model) do update set
                calls = total.calls + excluded.calls,
                unconfirmed = total.unconfirmed + excluded.unconfirmed,
                voided = total.voided + excluded.voided,
                unpriced = total.unpriced + excluded.unpriced,
                served = total.served + excluded.served,
                input_tokens = total.input_tokens + excluded.input_tokens,
                cached_input_tokens = total.cached_input_tokens + excluded.cached_input_tokens,
                output_tokens = total.output_tokens + excluded.output_tokens,
                reasoning_tokens = total.reasoning_tokens + excluded.reasoning_tokens,
                output_squared = total.output_squared + excluded.output_squared,
                amount = total.amount + excluded.amount,
                dearest = greatest(total.dearest, excluded.dearest)
            """;

    private TotalsTable() {}

    private record Key(RunId run, ModelId model, GroupId group, String currency) {

        static Key of(LedgerLine line) {
            CallReport report = line.now().report();
            return new Key(
                    report.run(), report.model(), report.group(), line.now().currency());
        }
    }

    /** Adds what the lines change. */
    static void add(Connection connection, List<LedgerLine> lines) throws SQLException {
        Map<Key, Tally> sums = new HashMap<>();
        Map<Key, BigDecimal> dearest = new HashMap<>();
        for (LedgerLine line : lines) {
            sums.merge(Key.of(line), line.difference(), Tally::plus);
            dearest.merge(
                    Key.of(line), Objects.requireNonNullElse(line.now().amount(), BigDecimal.ZERO), BigDecimal::max);
        }
        if (sums.isEmpty()) {
            return;
        }
        // In one order, so that two transactions never wait for each other.
        List<Map.Entry<Key, Tally>> rows = sums.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<Key, Tally> row) -> row.getKey().run())
                        .thenComparing(row -> row.getKey().model()))
                .toList();
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            var unused = new Columns<>(add, rows)
                    .text(row -> row.getKey().run().value())
                    .text(row -> row.getKey().model().value())
                    .text(row -> row.getKey().group().value())
                    .text(row -> row.getKey().currency())
                    .number(row -> row.getValue().calls())
                    .number(row -> row.getValue().unconfirmed())
                    .number(row -> row.getValue().voided())
                    .number(row -> row.getValue().unpriced())
                    .number(row -> row.getValue().served())
                    .number(row -> row.getValue().inputTokens())
                    .number(row -> row.getValue().cachedInputTokens())
                    .number(row -> row.getValue().outputTokens())
                    .number(row -> row.getValue().reasoningTokens())
                    .decimal(row -> row.getValue().outputSquared())
                    .decimal(row -> row.getValue().amount())
                    .decimal(row -> dearest.get(row.getKey()));
            add.executeUpdate();
        }
    }
}
