package dev.assay.cost.spend;

import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.money.Money;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what was spent. Thread-safe. */
@ApplicationScoped
class Spending {

    private static final String RUN = """
            select group_id, price_book, currency, charged_at is not null as charged from run where run_id = ?
            """;
    private static final String MODELS = """
            select model, calls - voided as calls, voided, unconfirmed, unpriced, input_tokens, cached_input_tokens,
                   output_tokens, currency, amount
            from run_model_total where run_id = ? order by model
            """;
    private static final String GROUPS = """
            select group_id, currency, count(distinct run_id) as runs, sum(calls - voided) as calls,
                   sum(unconfirmed) as unconfirmed, sum(unpriced) as unpriced, sum(amount) as amount
            from run_model_total group by group_id, currency order by group_id, currency
            """;

    private final javax.sql.DataSource database;

    Spending(@DataSource("cost") javax.sql.DataSource database) {
        this.database = database;
    }

    /** Empty if no such run was planned here. */
    Optional<RunSpend> ofRun(RunId run) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(RUN)) {
            select.setString(1, run.value());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(RunSpend.of(
                        run,
                        new GroupId(row.getString("group_id")),
                        new PriceBookVersion(row.getString("price_book")),
                        row.getBoolean("charged"),
                        Money.zero(row.getString("currency")),
                        models(connection, run)));
            }
        }
    }

    private static List<ModelSpend> models(Connection connection, RunId run) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(MODELS)) {
            select.setString(1, run.value());
            List<ModelSpend> models = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    models.add(new ModelSpend(
                            new ModelId(row.getString("model")),
                            row.getLong("calls"),
                            row.getLong("voided"),
                            row.getLong("unconfirmed"),
                            row.getLong("unpriced"),
                            row.getLong("input_tokens"),
                            row.getLong("cached_input_tokens"),
                            row.getLong("output_tokens"),
                            money(row)));
                }
            }
            return models;
        }
    }

    /** Groups that spent something, by name. */
    List<GroupSpend> byGroup() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(GROUPS);
                ResultSet row = select.executeQuery()) {
            List<GroupSpend> groups = new ArrayList<>();
            while (row.next()) {
                GroupSpend next = new GroupSpend(
                        new GroupId(row.getString("group_id")),
                        row.getLong("runs"),
                        row.getLong("calls"),
                        row.getLong("unconfirmed"),
                        row.getLong("unpriced"),
                        List.of(money(row)));
                boolean again = !groups.isEmpty() && groups.getLast().group().equals(next.group());
                groups.add(again ? groups.removeLast().plus(next) : next);
            }
            return groups;
        }
    }

    private static Money money(ResultSet row) throws SQLException {
        return new Money(row.getString("currency"), row.getBigDecimal("amount"));
    }
}
