package dev.assay.gateway.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.contracts.event.MetricAggregate;
import dev.assay.contracts.event.StoppedModel;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.run.ModelUse;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.run.StopRule;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.stop.StopWords;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts runs and their counters together, for any number of runs with four queries. */
final class RunViews {

    private static final TypeReference<List<MetricAggregate>> AGGREGATES = new TypeReference<>() {};

    private static final String OUTCOMES =
            "select run_key, model, answered, refused, failed, cancelled from outcome_count where run_key = any(?)";

    private static final String SCORED = """
            select s.run_key, sum(s.scored) from score_count s join run r on r.run_key = s.run_key
            where s.run_key = any(?) and s.revision = r.revision group by s.run_key
            """;

    private static final String CHARGED = """
            select run_key, model, entries - voided, unconfirmed, unpriced, amount
            from charge_total where run_key = any(?)
            """;

    private RunViews() {}

    static List<RunView> of(Connection connection, List<StoredRun> runs, Instant now) throws SQLException {
        if (runs.isEmpty()) {
            return List.of();
        }
        Object keys = runs.stream().map(StoredRun::key).toArray(Long[]::new);
        Map<Place, Outcomes> outcomes = new HashMap<>();
        Map<Long, Long> scored = new HashMap<>();
        Map<Place, Charges> charges = new HashMap<>();
        Map<Long, String> headlines = new HashMap<>();
        var unused = List.of(
                Query.of(OUTCOMES, keys)
                        .list(
                                connection,
                                row -> outcomes.put(
                                        new Place(row.getLong(1), row.getInt(2)),
                                        new Outcomes(row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)))),
                Query.of(SCORED, keys).list(connection, row -> scored.put(row.getLong(1), row.getLong(2))),
                Query.of(CHARGED, keys)
                        .list(
                                connection,
                                row -> charges.put(
                                        new Place(row.getLong(1), row.getInt(2)),
                                        new Charges(
                                                row.getLong(3), row.getLong(4), row.getLong(5), row.getBigDecimal(6)))),
                Query.of("select run_key, headline from aggregate where run_key = any(?)", keys)
                        .list(connection, row -> headlines.put(row.getLong(1), row.getString(2))));
        List<RunView> views = new ArrayList<>(runs.size());
        for (StoredRun run : runs) {
            views.add(view(
                    run,
                    outcomes,
                    scored.getOrDefault(run.key(), 0L),
                    charges,
                    values(run, headlines.getOrDefault(run.key(), "[]")),
                    now));
        }
        return views;
    }

    private static RunView view(
            StoredRun run,
            Map<Place, Outcomes> outcomes,
            long scored,
            Map<Place, Charges> charges,
            Map<ModelId, MetricAggregate> values,
            Instant now) {
        RunDefinition definition = run.definition();
        Outcomes all = Outcomes.NONE;
        long saved = 0;
        Charges paid = Charges.NONE;
        List<RunView.ModelProgress> perModel = new ArrayList<>();
        for (int model = 0; model < definition.models().size(); model++) {
            Outcomes ended = outcomes.getOrDefault(new Place(run.key(), model), Outcomes.NONE);
            Charges charged = charges.getOrDefault(new Place(run.key(), model), Charges.NONE);
            all = all.plus(ended);
            paid = paid.plus(charged);
            ModelId id = definition.models().get(model).id();
            saved += run.standing().isStopped(id) ? definition.samplesPerModel() - ended.total() : 0;
            MetricAggregate value = values.get(id);
            perModel.add(new RunView.ModelProgress(
                    id,
                    ended.answered(),
                    ended.refused(),
                    ended.failed(),
                    definition.samplesPerModel(),
                    value == null ? null : value.value(),
                    value == null ? null : value.low(),
                    value == null ? null : value.high(),
                    value != null && value.isLowerBetter(),
                    new Money(run.currency(), charged.amount())));
        }
        Outcomes judged = Outcomes.NONE;
        int judgements = definition.judgements().size();
        for (int lane = 0; lane < judgements; lane++) {
            Place place = new Place(run.key(), definition.models().size() + lane);
            judged = judged.plus(outcomes.getOrDefault(place, Outcomes.NONE));
            paid = paid.plus(charges.getOrDefault(place, Charges.NONE));
        }
        return new RunView(
                run.id(),
                run.name(),
                run.group(),
                run.state(),
                run.reason(),
                new RunView.Benchmark(
                        definition.benchmark().name(),
                        definition.benchmark().version(),
                        definition.benchmark().dataset().items()),
                definition.models().stream().map(ModelUse::id).toList(),
                definition.items(),
                definition.repeats(),
                definition.seed(),
                definition.tags(),
                definition.budget(),
                run.manifest(),
                planned(run, definition, all),
                stop(run, saved),
                run.waits(now).stream()
                        .map(wait -> new RunView.Wait(wait.model(), wait.until(), wait.failure()))
                        .toList(),
                new RunView.Progress(
                        all.answered(), all.refused(), all.failed(), all.cancelled(), scored, paid.calls()),
                perModel,
                judgements == 0
                        ? null
                        : new RunView.Judging(
                                judged.answered(),
                                judged.refused() + judged.failed() + judged.cancelled(),
                                judgements * definition.samplesPerModel()),
                new RunView.Cost(
                        new Money(run.currency(), paid.amount()), paid.calls(), paid.unconfirmed(), paid.unpriced()),
                run.estimate(),
                run.submittedAt(),
                run.startedAt(),
                run.finishedAt());
    }

    /** Once a run is complete, items that have not all the forms are known. */
    private static long planned(StoredRun run, RunDefinition definition, Outcomes all) {
        boolean known =
                run.state() == RunState.COMPLETE && !definition.variants().isEmpty();
        return known ? all.answered() + all.refused() + all.failed() + all.cancelled() : definition.samples();
    }

    private static RunView.@Nullable Stop stop(StoredRun run, long saved) {
        StopRule rule = run.definition().stop();
        if (rule == null) {
            return null;
        }
        StopWords words = StopWords.of(run.definition(), rule);
        return new RunView.Stop(
                words.question(),
                run.standing().decisions().stream().map(words::answer).toList(),
                run.standing().stopped().stream().map(StoppedModel::model).toList(),
                saved);
    }

    private static Map<ModelId, MetricAggregate> values(StoredRun run, String headline) throws SQLException {
        try {
            Map<ModelId, MetricAggregate> values = new HashMap<>();
            for (MetricAggregate aggregate : EventJson.mapper().readValue(headline, AGGREGATES)) {
                if (aggregate.metric().equals(run.firstMetric())) {
                    values.put(aggregate.model(), aggregate);
                }
            }
            return values;
        } catch (JsonProcessingException e) {
            throw new SQLException("stored aggregates cannot be read", e);
        }
    }

    private record Place(long run, int model) {}

    private record Outcomes(long answered, long refused, long failed, long cancelled) {

        static final Outcomes NONE = new Outcomes(0, 0, 0, 0);

        long total() {
            return answered + refused + failed + cancelled;
        }

        Outcomes plus(Outcomes other) {
            return new Outcomes(
                    answered + other.answered,
                    refused + other.refused,
                    failed + other.failed,
                    cancelled + other.cancelled);
        }
    }

    private record Charges(long calls, long unconfirmed, long unpriced, BigDecimal amount) {

        static final Charges NONE = new Charges(0, 0, 0, BigDecimal.ZERO);

        Charges plus(Charges other) {
            return new Charges(
                    calls + other.calls,
                    unconfirmed + other.unconfirmed,
                    unpriced + other.unpriced,
                    amount.add(other.amount));
        }
    }
}
