package dev.assay.gateway.judging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.run.JudgeUse;
import dev.assay.contracts.run.Judgement;
import dev.assay.contracts.run.ModelUse;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.database.Row;
import dev.assay.gateway.runs.StoredRun;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the reports on a run's judges are made from. */
public final class JudgementReader {

    private static final String ROWS = """
            select p.item, p.repeat, p.model_a, p.model_b, p.as_given, p.swapped, p.outcome, p.length_a, p.length_b,
                   (a.scores ->> ?)::float8 as score_a, (b.scores ->> ?)::float8 as score_b
            from judged_pair p
            left join sample_score a
                on a.run_key = p.run_key and a.model = p.model_a and a.item = p.item and a.repeat = p.repeat
            left join sample_score b
                on b.run_key = p.run_key and b.model = p.model_b and b.item = p.item and b.repeat = p.repeat
            where p.run_key = ? and p.judge = ? order by p.model_a, p.model_b, p.item, p.repeat
            """;
    private static final String CALLS = """
            select coalesce(sum(answered), 0), coalesce(sum(refused), 0), coalesce(sum(failed + cancelled), 0)
            from outcome_count where run_key = ? and model = any(?)
            """;
    // Each attempt counts once, as in the models' costs: a call that was repeated after a crash is in the ledger only.
    private static final String COST = """
            select coalesce(sum(c.amount), 0), count(*) filter (where c.amount is null),
                   coalesce(sum(c.input_tokens), 0), coalesce(sum(c.output_tokens), 0)
            from (select call_id from sample where run_key = ? and model = any(?) and call_id is not null
                  union all
                  select a.call_id from attempt a
                  where a.run_key = ? and a.model = any(?) and a.call_id is not null
                  and not exists (select from sample s
                      where s.run_key = a.run_key and s.model = a.model and s.item = a.item
                        and s.repeat = a.repeat and s.attempt = a.attempt)) recorded
            join charge c on c.run_key = ? and c.call_id = recorded.call_id
            """;
    private static final String GRADES = """
            select s.model, (s.scores ->> ?)::float8, i.body from sample_score s
            join dataset d on d.hash = ? join dataset_item i on i.dataset_key = d.dataset_key and i.item = s.item
            where s.run_key = ? and s.scores -> ? is not null order by s.model, s.item, s.repeat
            """;
    private static final String VOTES = """
            select p.model_a, p.model_b, p.outcome, i.body from judged_pair p
            join dataset d on d.hash = ? join dataset_item i on i.dataset_key = d.dataset_key and i.item = p.item
            where p.run_key = ? and p.judge = ? and p.outcome is not null
            order by p.model_a, p.model_b, p.item, p.repeat
            """;

    private JudgementReader() {}

    /** One report per judge, in the run's order; none of a run without judges. */
    public static List<JudgeReport> reports(Connection connection, StoredRun run) throws SQLException {
        List<JudgeReport> reports = new ArrayList<>();
        for (JudgeUse judge : run.definition().judges()) {
            reports.add(JudgeReports.of(new JudgeInputs(
                    judge,
                    run.definition().models().stream().map(ModelUse::id).toList(),
                    calls(connection, run, judge),
                    rows(connection, run, judge),
                    run.firstMetric(),
                    run.definition().seed(),
                    agreement(connection, run, judge))));
        }
        return reports;
    }

    private static List<JudgedRow> rows(Connection connection, StoredRun run, JudgeUse judge) throws SQLException {
        if (judge.mode() != JudgeUse.Mode.PAIRWISE) {
            return List.of();
        }
        return Query.of(ROWS, run.firstMetric(), run.firstMetric(), run.key(), judge.name())
                .list(connection, row -> row(judge, row));
    }

    private static JudgedRow row(JudgeUse judge, ResultSet row) throws SQLException {
        return new JudgedRow(
                judge.name(),
                row.getInt("item"),
                row.getInt("repeat"),
                row.getInt("model_a"),
                row.getInt("model_b"),
                row.getInt("as_given"),
                Row.small(row, "swapped"),
                Row.small(row, "outcome"),
                row.getLong("length_a"),
                row.getLong("length_b"),
                number(row, "score_a"),
                number(row, "score_b"));
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    private static Object lanes(RunDefinition run, JudgeUse judge) {
        List<Judgement> judgements = run.judgements();
        List<Long> lanes = new ArrayList<>();
        for (int i = 0; i < judgements.size(); i++) {
            if (judgements.get(i).judge().name().equals(judge.name())) {
                lanes.add((long) run.models().size() + i);
            }
        }
        return lanes.toArray(new Long[0]);
    }

    private static JudgeInputs.Calls calls(Connection connection, StoredRun run, JudgeUse judge) throws SQLException {
        Object lanes = lanes(run.definition(), judge);
        List<long[]> outcomes = Query.of(CALLS, run.key(), lanes)
                .list(connection, row -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)});
        long[] ended = outcomes.getFirst();
        return Query.of(COST, run.key(), lanes, run.key(), lanes, run.key())
                .first(connection, row -> {
                    BigDecimal amount = row.getBigDecimal(1);
                    Money cost = row.getLong(2) > 0 ? null : new Money(run.currency(), amount);
                    return new JudgeInputs.Calls(ended[0], ended[1], ended[2], cost, row.getLong(3), row.getLong(4));
                })
                .orElseThrow(() -> new SQLException("an aggregate has a row"));
    }

    private static JudgeReport.@Nullable Agreement agreement(Connection connection, StoredRun run, JudgeUse judge)
            throws SQLException {
        String field = judge.human();
        if (field == null) {
            return null;
        }
        List<ModelUse> models = run.definition().models();
        String dataset = run.definition().benchmark().dataset().hash().value();
        boolean grades = judge.mode() == JudgeUse.Mode.POINTWISE;
        HumanVoice voice = new HumanVoice(grades);
        Query query = grades
                ? Query.of(GRADES, judge.name(), dataset, run.key(), judge.name())
                : Query.of(VOTES, dataset, run.key(), judge.name());
        var unused = query.list(connection, row -> {
            if (grades) {
                double judged = row.getDouble(2);
                HumanVoice.grade(field(row.getString(3), field), name(models, row.getInt(1)))
                        .ifPresent(said -> voice.add(judged, said));
            } else {
                double judged = JudgedRow.preferred(row.getInt(3)).orElseThrow().scoreOfA();
                Optional<Double> said = HumanVoice.vote(
                                field(row.getString(4), field),
                                name(models, row.getInt(1)),
                                name(models, row.getInt(2)))
                        .map(outcome -> outcome.scoreOfA());
                said.ifPresent(score -> voice.add(judged, score));
            }
            return true;
        });
        return voice.agreement(field);
    }

    private static String name(List<ModelUse> models, int position) {
        ModelId id = models.get(position).id();
        return id.value();
    }

    private static @Nullable JsonNode field(String body, String field) throws SQLException {
        try {
            return EventJson.mapper().readTree(body).get(field);
        } catch (JsonProcessingException e) {
            throw new SQLException("a stored item cannot be read", e);
        }
    }
}
