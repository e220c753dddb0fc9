package dev.assay.gateway.comparison;

import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.MetricAggregate;
import dev.assay.contracts.event.SampleScore;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.DatasetRef;
import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.fixtures.Samples;
import dev.assay.gateway.fixtures.StoredRuns;
import dev.assay.gateway.results.OutcomeStore;
import dev.assay.gateway.results.RunKeys;
import dev.assay.gateway.results.ScoreStore;
import dev.assay.gateway.runs.StoredRun;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Stores a run whose every score the test has planted. */
public final class ScoredRun {

    /** The score of an item's repeat; NaN: the sample failed. */
    public interface Planted {
        double score(int model, int item, int repeat);
    }

    private final Database database;
    private final Samples events;
    private final int models;
    private int items;
    private int repeats = 1;
    private GroupId group = Samples.GROUP;
    private String dataset = "sums";
    private int size;
    private UnaryOperator<BenchmarkDefinition> benchmark = b -> b;
    private boolean lowerIsBetter;

    public ScoredRun(Database database, int seed, int items, String... models) {
        this.database = database;
        this.events = new Samples(seed, models);
        this.models = models.length;
        this.items = items;
        this.size = items;
    }

    public ScoredRun repeats(int count) {
        repeats = count;
        return this;
    }

    public ScoredRun group(String name) {
        group = new GroupId(name);
        return this;
    }

    /** Of a dataset of another name and so of another content. */
    public ScoredRun dataset(String name) {
        dataset = name;
        return this;
    }

    /** Of so many items of the dataset, all of which are in it. */
    public ScoredRun of(int wholeDataset) {
        size = wholeDataset;
        return this;
    }

    public ScoredRun metric(String name, String folded) {
        benchmark = b -> new BenchmarkDefinition(
                b.name(),
                b.version(),
                b.dataset(),
                b.prompt(),
                b.target(),
                b.choices(),
                b.category(),
                b.pipelines(),
                List.of(new MetricSpec("exact_match", name, "last", java.util.Map.of(), folded)),
                null,
                null);
        return this;
    }

    public ScoredRun lowerIsBetter() {
        lowerIsBetter = true;
        return this;
    }

    public StoredRun store(Planted planted) {
        RunDefinition plain = events.definition(group, items, repeats);
        BenchmarkDefinition b = benchmark.apply(plain.benchmark());
        RunDefinition definition = new RunDefinition(
                plain.id(),
                plain.group(),
                plain.name(),
                new BenchmarkDefinition(
                        b.name(),
                        b.version(),
                        new DatasetRef(ContentHash.of(dataset), size),
                        b.prompt(),
                        b.target(),
                        b.choices(),
                        b.category(),
                        b.pipelines(),
                        b.metrics(),
                        null,
                        null),
                plain.models(),
                items,
                repeats,
                plain.seed(),
                plain.budget(),
                plain.priceBook(),
                plain.attempts(),
                plain.tags(),
                null,
                List.of(),
                List.of());
        StoredRun run = StoredRuns.insert(database, definition);
        RunKeys keys = new RunKeys();
        List<AttemptOutcome> outcomes = new ArrayList<>();
        List<SampleScore> scores = new ArrayList<>();
        for (int model = 0; model < models; model++) {
            for (int item : ScoreReader.planned(definition)) {
                for (int repeat = 0; repeat < repeats; repeat++) {
                    TaskId task = events.task(model, item, repeat);
                    double score = planted.score(model, item, repeat);
                    if (Double.isNaN(score)) {
                        outcomes.add(events.failed(task, 1, events.nextCall(), true, FailureKind.DEADLINE));
                    } else {
                        outcomes.add(events.answered(task, 1, events.nextCall(), "answer " + model + " to " + item));
                        scores.add(events.score(task, score));
                    }
                }
            }
        }
        new OutcomeStore(database, keys).store(outcomes);
        new ScoreStore(database, keys).store(List.of(events.scored(1, scores.stream()), aggregated()));
        database.change(connection -> {
            var unused = Query.of("update run set state = 'COMPLETE' where run_key = ?", run.key())
                    .run(connection);
        });
        return StoredRuns.read(database, run);
    }

    private dev.assay.contracts.event.ScoreEvent aggregated() {
        MetricAggregate aggregate = events.aggregate("sim", null, 1, 1, 0.5);
        return events.aggregated(
                1,
                true,
                1,
                new MetricAggregate(
                        new ModelId("sim"),
                        null,
                        aggregate.metric(),
                        1,
                        1,
                        0,
                        0,
                        0,
                        1,
                        0.5,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        lowerIsBetter ? true : null));
    }

    /** Stores a dataset's items, each with its id and its content. */
    public static void dataset(Database database, String name, List<String> ids, List<String> bodies) {
        database.change(connection -> {
            long key = Query.of(
                            "insert into dataset (hash, items, created_at) values (?, ?, ?) returning dataset_key",
                            ContentHash.of(name).value(),
                            ids.size(),
                            Samples.NOW)
                    .first(connection, row -> row.getLong(1))
                    .orElseThrow();
            for (int i = 0; i < ids.size(); i++) {
                var unused = Query.of(
                                "insert into dataset_item (dataset_key, item, line, item_id, body) values (?, ?, ?, ?, ?)",
                                key,
                                i,
                                i + 1,
                                ids.get(i),
                                bodies.get(i))
                        .run(connection);
            }
        });
    }
}
