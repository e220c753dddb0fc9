package dev.assay.gateway.samples;

import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.runs.StoredRun;
import dev.assay.gateway.web.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds items that score otherwise in another form, repeat by repeat. Thread-safe. */
final class FormFlips {

    // Form v of repeat r is repeat v * repeats + r.
    private static final String FLIPS = """
            select p.model, p.item, p.repeat, p.item_id, p.category, o.repeat as original_repeat,
                   o.extracted as original_extracted,
                   (o.scores ->> ?)::float8 as original_score, f.extracted, (f.scores ->> ?)::float8 as score
            from sample p
            join sample_score f on f.run_key = p.run_key and f.model = p.model and f.item = p.item
                and f.repeat = p.repeat
            join sample_score o on o.run_key = p.run_key and o.model = p.model and o.item = p.item
                and o.repeat = p.repeat % ?
            where p.run_key = ? and p.model < ? and p.repeat >= ? and p.repeat < ?
              and (f.scores ->> ?)::float8 <> (o.scores ->> ?)::float8
            """;

    private final Database database;

    FormFlips(Database database) {
        this.database = database;
    }

    /**
     * What is asked for.
     *
     * @param form the place of the form among the run's
     * @param model the place of the model; null: all
     * @param lower whether the score is lower in this form (true), higher (false), or either (null)
     */
    record Wanted(
            String metric,
            int form,
            @Nullable Integer model,
            @Nullable Boolean lower) {}

    FormFlipView.Page page(StoredRun run, Wanted wanted, Optional<Cursor> after, int limit) {
        RunDefinition definition = run.definition();
        int repeats = definition.repeats();
        String metric = wanted.metric();
        int first = (wanted.form() + 1) * repeats;
        List<Object> parameters = new ArrayList<>(List.of(
                metric,
                metric,
                repeats,
                run.key(),
                definition.models().size(),
                first,
                first + repeats,
                metric,
                metric));
        StringBuilder sql = new StringBuilder(FLIPS);
        Integer model = wanted.model();
        if (model != null) {
            sql.append(" and p.model = ?");
            parameters.add(model);
        }
        Boolean lower = wanted.lower();
        if (lower != null) {
            sql.append(" and (f.scores ->> ?)::float8 ")
                    .append(lower ? "<" : ">")
                    .append(" (o.scores ->> ?)::float8");
            parameters.addAll(List.of(metric, metric));
        }
        after.ifPresent(cursor -> {
            sql.append(" and (p.model, p.item, p.repeat) > (?, ?, ?)");
            for (int part = 0; part < 3; part++) {
                parameters.add(Math.toIntExact(cursor.number(part)));
            }
        });
        sql.append(" order by p.model, p.item, p.repeat limit ?");
        parameters.add(limit + 1);
        List<FormFlipView> found = database.read(
                connection -> Query.of(sql.toString(), parameters.toArray()).list(connection, row -> flip(run, row)));
        if (found.size() <= limit) {
            return new FormFlipView.Page(metric, found, null);
        }
        TaskId last = TaskId.parse(found.get(limit - 1).changed().task());
        return new FormFlipView.Page(
                metric,
                found.subList(0, limit),
                Cursor.after(last.model(), last.item(), last.repeat()).text());
    }

    private static FormFlipView flip(StoredRun run, ResultSet row) throws SQLException {
        RunDefinition definition = run.definition();
        TaskId changed = new TaskId(run.id(), row.getInt("model"), row.getInt("item"), row.getInt("repeat"));
        TaskId original = new TaskId(run.id(), changed.model(), changed.item(), row.getInt("original_repeat"));
        double before = row.getDouble("original_score");
        double after = row.getDouble("score");
        return new FormFlipView(
                row.getString("item_id"),
                row.getString("category"),
                definition.models().get(changed.model()).id(),
                definition.variantOf(changed).orElseThrow().label(),
                original.repeat(),
                after - before,
                new FormFlipView.Answer(
                        original.toString(), before, SampleRow.texts(row.getString("original_extracted"))),
                new FormFlipView.Answer(changed.toString(), after, SampleRow.texts(row.getString("extracted"))));
    }
}
