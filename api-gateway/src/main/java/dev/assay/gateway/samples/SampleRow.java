package dev.assay.gateway.samples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.run.VariantUse;
import dev.assay.gateway.database.Row;
import dev.assay.gateway.results.OutcomeKind;
import dev.assay.gateway.runs.StoredRun;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads samples and attempts from rows. */
final class SampleRow {

    private static final TypeReference<TreeMap<String, Double>> NUMBERS = new TypeReference<>() {};
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    /** What {@link #sample} needs besides the answer, of the sample {@code p} and its scores {@code sc}. */
    static final String COLUMNS =
            "p.run_key, p.model, p.item, p.repeat, p.attempt, p.outcome, p.failure, p.item_id, p.category, p.call_id,"
                    + " p.total_us, p.first_token_us, p.input_tokens, p.output_tokens, p.finish_reason,"
                    + " sc.scores, sc.extracted, sc.unscored";

    /** The scores {@code sc} of the sample {@code p}. */
    static final String WITH_SCORES =
            " left join sample_score sc on sc.run_key = p.run_key and sc.model = p.model and sc.item = p.item"
                    + " and sc.repeat = p.repeat ";

    /**
     * Of each sample {@code p}: how many attempts there are besides the one that decided, and what all of them cost.
     * The cost is null until every call is charged with a price.
     */
    static final String ATTEMPTS_AND_COST = """
            left join lateral (
                select count(*) as others, count(a.call_id) as calls, count(c.amount) as priced, sum(c.amount) as amount
                from attempt a left join charge c on c.run_key = a.run_key and c.call_id = a.call_id
                where a.run_key = p.run_key and a.model = p.model and a.item = p.item and a.repeat = p.repeat
                  and a.attempt <> p.attempt) more on true
            left join charge decided on decided.run_key = p.run_key and decided.call_id = p.call_id
            """;

    static final String COST =
            "more.others, case when more.calls = more.priced and (p.call_id is null or decided.amount is not null)"
                    + " then coalesce(decided.amount, 0) + coalesce(more.amount, 0) end as amount";

    private SampleRow() {}

    /** The sample of the current row. */
    static SampleView sample(StoredRun run, ResultSet row) throws SQLException {
        TaskId task = new TaskId(run.id(), row.getInt("model"), row.getInt("item"), row.getInt("repeat"));
        return new SampleView(
                task.toString(),
                task.item(),
                row.getString("item_id"),
                task.repeat() % run.definition().repeats(),
                run.definition().variantOf(task).map(VariantUse::label).orElse(null),
                run.definition().models().get(task.model()).id(),
                row.getString("category"),
                OutcomeKind.ofCode(row.getInt("outcome")).word(),
                row.getString("failure"),
                row.getString("answer"),
                texts(row.getString("extracted")),
                scores(row.getString("scores")),
                texts(row.getString("unscored")),
                money(run, row.getBigDecimal("amount")),
                1 + row.getInt("others"),
                millis(row, "total_us"),
                millis(row, "first_token_us"));
    }

    static @Nullable Money money(StoredRun run, @Nullable BigDecimal amount) {
        return amount == null ? null : new Money(run.currency(), amount);
    }

    static @Nullable Double millis(ResultSet row, String column) throws SQLException {
        Long micros = Row.whole(row, column);
        return micros == null ? null : micros / 1000.0;
    }

    static Map<String, Double> scores(@Nullable String json) throws SQLException {
        return read(json, NUMBERS);
    }

    static Map<String, String> texts(@Nullable String json) throws SQLException {
        return read(json, TEXTS);
    }

    private static <T> Map<String, T> read(@Nullable String json, TypeReference<TreeMap<String, T>> type)
            throws SQLException {
        try {
            return json == null ? Map.of() : EventJson.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new SQLException("a stored map cannot be read", e);
        }
    }
}
