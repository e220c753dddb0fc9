package dev.assay.contracts.event;

import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.id.EventId;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.id.WorkerId;
import dev.assay.contracts.money.ModelPrice;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.money.PriceBook;
import dev.assay.contracts.money.Usage;
import dev.assay.contracts.registry.ActivePriceBook;
import dev.assay.contracts.registry.Connection;
import dev.assay.contracts.registry.Group;
import dev.assay.contracts.registry.Pool;
import dev.assay.contracts.registry.RegisteredModel;
import dev.assay.contracts.registry.RunControl;
import dev.assay.contracts.run.AttemptPolicy;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.DatasetRef;
import dev.assay.contracts.run.GenerationParameters;
import dev.assay.contracts.run.Message;
import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.ModelUse;
import dev.assay.contracts.run.PipelineSpec;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.run.SampleContext;
import dev.assay.contracts.run.StepSpec;
import dev.assay.contracts.run.StopRule;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One event of every kind, with every optional field filled in somewhere. The golden files were written from these. */
final class EventSamples {

    private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final GroupId GROUP = new GroupId("vision-lab");
    private static final RunId RUN = new RunId("01jd3x5m8q2v7c9e4k6n0p1r2s");
    private static final EventId EVENT = new EventId("01jd3x5m8q2v7c9e4k6n0p1r2t");
    private static final CallId CALL = new CallId("01jd3x5m8q2v7c9e4k6n0p1r2v");
    private static final AttemptId ATTEMPT = AttemptId.parse(RUN + ".1.41.0#2");
    private static final WorkerId WORKER = new WorkerId("worker-7f3a");
    private static final PoolId POOL = new PoolId("openai-pool");
    private static final ConnectionId CONNECTION = new ConnectionId("openai");
    private static final ModelId MODEL = new ModelId("openai/gpt-4.1-mini");
    private static final PriceBookVersion PRICES = new PriceBookVersion("pb-3");
    private static final ContentHash HASH = ContentHash.of("items");
    private static final Usage USAGE = new Usage(120, 20, 48, 16, false);
    private static final SampleContext SAMPLE =
            new SampleContext("item-41", "ordering", List.of("B", "the second"), List.of("first", "second"));

    private EventSamples() {}

    /** By file name without its ending: event, or event and variant. */
    static Map<String, Object> all() {
        Map<String, Object> samples = new LinkedHashMap<>();
        addCommands(samples);
        addRunEvents(samples);
        addTaskEvents(samples);
        addOutcomes(samples);
        addScoresAndCharges(samples);
        addControl(samples);
        samples.put("prompt-task", promptTask());
        samples.put(
                "dataset-chunk",
                new DatasetChunk(EVENT, AT, GROUP, HASH, 40, 42, List.of("a", "b"), List.of("{\"q\":1}", "{\"q\":2}")));
        samples.put("worker-heartbeat", new WorkerHeartbeat(EVENT, AT, WORKER, 500, 17, false));
        samples.put(
                "dead-letter",
                new DeadLetter(
                        EVENT,
                        AT,
                        "scorer",
                        "outcomes.v1",
                        3,
                        9_000_000_000L,
                        RUN + ".1.41.0",
                        "{broken".getBytes(StandardCharsets.UTF_8),
                        "not JSON"));
        return samples;
    }

    private static void addCommands(Map<String, Object> samples) {
        samples.put("run-command-submit", new RunCommand.Submit(EVENT, AT, GROUP, RUN, definition()));
        samples.put("run-command-pause", new RunCommand.Pause(EVENT, AT, GROUP, RUN));
        samples.put("run-command-resume", new RunCommand.Resume(EVENT, AT, GROUP, RUN));
        samples.put("run-command-cancel", new RunCommand.Cancel(EVENT, AT, GROUP, RUN, "wrong data"));
        samples.put("run-command-rescore", new RunCommand.Rescore(EVENT, AT, GROUP, RUN, pipelines(), metrics()));
    }

    private static void addRunEvents(Map<String, Object> samples) {
        samples.put("run-event-planned", new RunEvent.Planned(EVENT, AT, GROUP, RUN, definition(), HASH));
        samples.put(
                "run-event-state-changed",
                new RunEvent.StateChanged(EVENT, AT, GROUP, RUN, RunState.FAILED, "401: the key was refused"));
        samples.put(
                "run-event-call-lost",
                new RunEvent.CallLost(EVENT, AT, GROUP, RUN, ATTEMPT, CALL, MODEL, CONNECTION, AT.plusSeconds(30)));
        samples.put(
                "run-event-waiting",
                new RunEvent.Waiting(
                        EVENT,
                        AT,
                        GROUP,
                        RUN,
                        List.of(new ProviderWait(MODEL, AT.plusSeconds(3_600), FailureKind.RATE_LIMITED))));
        samples.put("run-event-samples-settled", new RunEvent.SamplesSettled(EVENT, AT, GROUP, RUN, 2_638));
        samples.put("run-event-settled", new RunEvent.Settled(EVENT, AT, GROUP, RUN, 2_638, 2_701));
        samples.put(
                "run-event-rescore-requested",
                new RunEvent.RescoreRequested(EVENT, AT, GROUP, RUN, 2, pipelines(), metrics()));
    }

    private static void addTaskEvents(Map<String, Object> samples) {
        samples.put("task-event-accepted", new TaskEvent.Accepted(EVENT, AT, GROUP, RUN, ATTEMPT, CALL, WORKER, POOL));
        samples.put(
                "task-event-settled",
                new TaskEvent.Settled(
                        EVENT,
                        AT,
                        GROUP,
                        RUN,
                        ATTEMPT,
                        CALL,
                        POOL,
                        TaskEvent.Result.FAILED,
                        false,
                        FailureKind.RATE_LIMITED,
                        1_500L,
                        null));
        samples.put(
                "task-event-released",
                new TaskEvent.Released(EVENT, AT, GROUP, RUN, ATTEMPT, CALL, POOL, TaskEvent.Reason.GUARDED, 20_000));
    }

    private static void addOutcomes(Map<String, Object> samples) {
        samples.put("attempt-outcome-answered", outcome(new Outcome.Answered("B", "stop", USAGE)));
        samples.put("attempt-outcome-refused", outcome(new Outcome.Refused("I cannot help.", "content_filter", USAGE)));
        samples.put(
                "attempt-outcome-failed",
                outcome(new Outcome.Failed(FailureKind.OVERLOADED, "503: busy", 503, Usage.of(120, 0))));
        samples.put("attempt-outcome-cancelled", outcome(new Outcome.Cancelled("the run was cancelled")));
    }

    private static AttemptOutcome outcome(Outcome outcome) {
        return new AttemptOutcome(
                EVENT,
                AT,
                GROUP,
                RUN,
                ATTEMPT,
                CALL,
                WORKER,
                POOL,
                MODEL,
                SAMPLE,
                true,
                outcome,
                new CallTimings(AT, 180_250L, 912_004, 3_100),
                Map.of("x-request-id", "req-1"));
    }

    private static void addScoresAndCharges(Map<String, Object> samples) {
        samples.put(
                "score-event-samples-scored",
                new ScoreEvent.SamplesScored(
                        EVENT,
                        AT,
                        GROUP,
                        RUN,
                        1,
                        List.of(new SampleScore(
                                ATTEMPT.task(), Map.of("flexible", "42"), Map.of("exact_match@flexible", 1.0)))));
        samples.put(
                "score-event-aggregated",
                new ScoreEvent.Aggregated(
                        EVENT,
                        AT,
                        GROUP,
                        RUN,
                        1,
                        true,
                        1_319,
                        List.of(new MetricAggregate(
                                MODEL,
                                "ordering",
                                "exact_match@flexible",
                                1_319,
                                1_300,
                                9,
                                10,
                                31,
                                0.985,
                                0.75,
                                0.725,
                                0.775,
                                "wilson-95",
                                0.739,
                                0.754,
                                null,
                                null))));
        samples.put(
                "score-event-decided",
                new ScoreEvent.Decided(
                        EVENT,
                        AT,
                        GROUP,
                        RUN,
                        new StopRule(
                                "exact_match@flexible",
                                StopRule.Goal.BETTER,
                                null,
                                List.of(MODEL, new ModelId("sim-small")),
                                0.95,
                                50,
                                0.02,
                                StopRule.About.QUESTIONS),
                        List.of(new StopDecision(
                                List.of(MODEL, new ModelId("sim-small")),
                                StopDecision.Verdict.ABOVE,
                                312,
                                3,
                                0.071,
                                0.004,
                                0.138)),
                        List.of(new StoppedModel(MODEL, 312, 1), new StoppedModel(new ModelId("sim-small"), 312, 2))));
        samples.put(
                "score-event-samples-judged",
                new ScoreEvent.SamplesJudged(
                        EVENT,
                        AT,
                        GROUP,
                        RUN,
                        1,
                        List.of(new SampleScore(
                                ATTEMPT.task(),
                                Map.of(),
                                Map.of("judge", 7.5),
                                Map.of("style", "the judge's reply holds no grade")))));
        samples.put(
                "score-event-pairs-judged",
                new ScoreEvent.PairsJudged(
                        EVENT,
                        AT,
                        GROUP,
                        RUN,
                        List.of(new JudgedPair(
                                "judge",
                                41,
                                0,
                                "ordering",
                                MODEL,
                                new ModelId("sim-small"),
                                JudgedPair.Verdict.A,
                                JudgedPair.Verdict.B,
                                JudgedPair.Verdict.TIE,
                                180,
                                420))));
        samples.put(
                "judge-event-wanted",
                new JudgeEvent.Wanted(
                        EVENT,
                        AT,
                        GROUP,
                        RUN,
                        List.of(new JudgeRequest(TaskId.parse(RUN + ".2.41.0"), List.of("It is B.", "It is A.")))));
        samples.put("judge-event-all-wanted", new JudgeEvent.AllWanted(EVENT, AT, GROUP, RUN));
        Charge charge =
                new Charge(CALL, ATTEMPT, MODEL, USAGE, Money.usd("0.0000924"), Charge.Status.UNCONFIRMED, PRICES);
        samples.put("charge-event-calls-charged", new ChargeEvent.CallsCharged(EVENT, AT, GROUP, RUN, List.of(charge)));
        samples.put(
                "charge-event-run-spent",
                new ChargeEvent.RunSpent(EVENT, AT, GROUP, RUN, 1_204, Money.usd("0.1112624"), Money.usd("0.0004012")));
        samples.put(
                "charge-event-run-charged",
                new ChargeEvent.RunCharged(EVENT, AT, GROUP, RUN, 2_701, 3, Money.usd("0.2495724")));
    }

    private static void addControl(Map<String, Object> samples) {
        ModelPrice price =
                new ModelPrice("USD", new BigDecimal("0.40"), new BigDecimal("0.10"), new BigDecimal("1.60"));
        samples.put(
                "control-record-connection",
                new Connection(
                        CONNECTION,
                        Connection.Kind.OPENAI,
                        URI.create("https://api.example.com/v1"),
                        "EXAMPLE_KEY",
                        null));
        samples.put("control-record-model", new RegisteredModel(MODEL, CONNECTION, "gpt-4.1-mini-2026", price));
        samples.put("control-record-pool", new Pool(POOL, List.of(CONNECTION), 600L, 200_000L, 64));
        samples.put("control-record-group", new Group(GROUP, 3, Money.usd("250")));
        samples.put(
                "control-record-price-book",
                new ActivePriceBook(new PriceBook(PRICES, 3, AT, "platform.yaml", Map.of(MODEL, price))));
        samples.put("control-record-run", new RunControl(RUN, RunState.PAUSED));
    }

    private static PromptTask promptTask() {
        return new PromptTask(
                EVENT,
                AT,
                GROUP,
                RUN,
                ATTEMPT,
                3,
                POOL,
                modelUse(),
                List.of(new Message("system", "Be brief."), Message.user("Which comes second?")),
                SAMPLE,
                AT.plusSeconds(60),
                300_000,
                null,
                null);
    }

    private static ModelUse modelUse() {
        return new ModelUse(
                MODEL,
                CONNECTION,
                POOL,
                "gpt-4.1-mini-2026",
                new GenerationParameters(
                        new BigDecimal("0.7"),
                        new BigDecimal("0.95"),
                        512,
                        List.of("\n\n"),
                        42L,
                        true,
                        Map.of("top_k", 40)));
    }

    private static List<PipelineSpec> pipelines() {
        return List.of(
                new PipelineSpec(
                        "strict", List.of(new StepSpec("regex", Map.of("pattern", "#### (-?[0-9.,]+)", "group", 1)))),
                new PipelineSpec("flexible", List.of(new StepSpec("last_number", Map.of()))));
    }

    private static List<MetricSpec> metrics() {
        return List.of(
                new MetricSpec("exact_match@strict", "exact_match", "strict", Map.of("ignore_case", true)),
                new MetricSpec("close", "numeric", "flexible", Map.of("absolute_tolerance", new BigDecimal("0.001"))));
    }

    private static RunDefinition definition() {
        BenchmarkDefinition benchmark = new BenchmarkDefinition(
                "ordering",
                "1",
                new DatasetRef(HASH, 42),
                List.of(Message.user("{{ question }}")),
                "answer",
                "options",
                "category",
                pipelines(),
                metrics(),
                null,
                null);
        return new RunDefinition(
                RUN,
                GROUP,
                "before fine-tuning",
                benchmark,
                List.of(modelUse()),
                40,
                2,
                7,
                Money.usd("12.5"),
                PRICES,
                new AttemptPolicy(5, 300_000),
                Map.of("purpose", "nightly"),
                null,
                List.of(),
                List.of());
    }
}
