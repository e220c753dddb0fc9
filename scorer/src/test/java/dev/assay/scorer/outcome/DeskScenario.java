package dev.assay.scorer.outcome;

import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.MetricAggregate;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.event.RunEvent;
import dev.assay.contracts.event.ScoreEvent;
import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.IdSource;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.id.UlidSource;
import dev.assay.contracts.id.WorkerId;
import dev.assay.contracts.money.Usage;
import dev.assay.contracts.run.AttemptPolicy;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.DatasetRef;
import dev.assay.contracts.run.GenerationParameters;
import dev.assay.contracts.run.Message;
import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.ModelUse;
import dev.assay.contracts.run.PipelineSpec;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.SampleContext;
import dev.assay.contracts.run.StepSpec;
import dev.assay.contracts.run.VariantUse;
import dev.assay.messaging.publish.Outgoing;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** One run at a desk with a real database, and what the desk tells of it. */
abstract class DeskScenario {

    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final IdSource IDS = new UlidSource(CLOCK, new Random(1));
    static final GroupId GROUP = new GroupId("default");

    private static ScorerDatabase database;

    final RunId run = IDS.nextRun();
    final List<ScoreEvent> told = new ArrayList<>();
    final ScoringDesk desk = newDesk();

    /** With nothing in memory. */
    ScoringDesk newDesk() {
        return new ScoringDesk(
                new OutcomeStore(database.dataSource()),
                new JudgeStore(database.dataSource()),
                events -> events.stream()
                        .map(Outgoing::event)
                        .map(ScoreEvent.class::cast)
                        .forEach(told::add),
                IDS,
                CLOCK);
    }

    @BeforeAll
    static void startDatabase() throws IOException {
        database = ScorerDatabase.start();
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        database.close();
    }

    List<MetricAggregate> finalAggregates() {
        return told.stream()
                .filter(ScoreEvent.Aggregated.class::isInstance)
                .map(ScoreEvent.Aggregated.class::cast)
                .filter(ScoreEvent.Aggregated::isFinal)
                .reduce((first, second) -> second)
                .orElseThrow()
                .aggregates();
    }

    RunEvent.Planned planned(int items, int repeats) {
        return planned(items, repeats, List.of(new MetricSpec("numeric", "numeric", "default", Map.of())));
    }

    RunEvent.Planned planned(int items, int repeats, List<MetricSpec> metrics) {
        return planned(items, repeats, metrics, List.of());
    }

    RunEvent.Planned planned(int items, int repeats, List<MetricSpec> metrics, List<VariantUse> variants) {
        BenchmarkDefinition benchmark = new BenchmarkDefinition(
                "b",
                "1",
                new DatasetRef(ContentHash.of("data"), items),
                List.of(Message.user("{{ q }}")),
                "a",
                null,
                "category",
                List.of(
                        new PipelineSpec("default", List.of(new StepSpec("last_number", Map.of()))),
                        new PipelineSpec("whole", List.of(new StepSpec("strip", Map.of())))),
                metrics,
                null,
                null);
        RunDefinition definition = new RunDefinition(
                run,
                GROUP,
                "a run",
                benchmark,
                List.of(new ModelUse(
                        new ModelId("m"), new ConnectionId("c"), new PoolId("p"), "m", GenerationParameters.DEFAULT)),
                items,
                repeats,
                1,
                null,
                new PriceBookVersion("pb-1"),
                new AttemptPolicy(5, 60_000),
                Map.of(),
                null,
                List.of(),
                variants);
        return new RunEvent.Planned(IDS.nextEvent(), NOW, GROUP, run, definition, ContentHash.of("manifest"));
    }

    RunEvent.Settled settled(long outcomes) {
        return new RunEvent.Settled(IDS.nextEvent(), NOW, GROUP, run, outcomes, outcomes);
    }

    AttemptOutcome answered(int item, String text) {
        return answer(item, 0, text);
    }

    AttemptOutcome answer(int item, int repeat, String text) {
        return outcome(item, repeat, new Outcome.Answered(text, "stop", Usage.of(1, 1)));
    }

    AttemptOutcome failed(int item) {
        return outcome(item, 0, new Outcome.Failed(FailureKind.OVERLOADED, "busy", 503, null));
    }

    AttemptOutcome said(int item, String text, List<String> references) {
        return outcome(item, 0, new Outcome.Answered(text, "stop", Usage.of(1, 1)), references);
    }

    AttemptOutcome outcome(int item, int repeat, Outcome outcome) {
        return outcome(item, repeat, outcome, List.of(String.valueOf(item + 1)));
    }

    AttemptOutcome outcome(int item, int repeat, Outcome outcome, List<String> references) {
        return new AttemptOutcome(
                IDS.nextEvent(),
                NOW,
                GROUP,
                run,
                new AttemptId(new TaskId(run, 0, item, repeat), 1),
                IDS.nextCall(),
                new WorkerId("w"),
                new PoolId("p"),
                new ModelId("m"),
                new SampleContext("item-" + item, "sums", references, List.of()),
                true,
                outcome,
                null,
                Map.of());
    }
}
