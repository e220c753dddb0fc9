package dev.assay.orchestrator.run;

import dev.assay.contracts.event.Charge;
import dev.assay.contracts.event.ChargeEvent;
import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.JudgeEvent;
import dev.assay.contracts.event.JudgeRequest;
import dev.assay.contracts.event.RunCommand;
import dev.assay.contracts.event.RunEvent;
import dev.assay.contracts.event.ScoreEvent;
import dev.assay.contracts.event.StopDecision;
import dev.assay.contracts.event.StoppedModel;
import dev.assay.contracts.event.TaskEvent;
import dev.assay.contracts.event.WorkerHeartbeat;
import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.CallId;
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
import dev.assay.contracts.money.Money;
import dev.assay.contracts.money.Usage;
import dev.assay.contracts.run.AttemptPolicy;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.DatasetRef;
import dev.assay.contracts.run.GenerationParameters;
import dev.assay.contracts.run.JudgePromptUse;
import dev.assay.contracts.run.JudgeUse;
import dev.assay.contracts.run.LikelihoodSpec;
import dev.assay.contracts.run.Message;
import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.ModelUse;
import dev.assay.contracts.run.PipelineSpec;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.run.StopRule;
import dev.assay.contracts.run.VariantUse;
import dev.assay.orchestrator.dispatch.Dispenser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** One run in a world without Kafka and Postgres, where time stands still until it is told to go on. */
final class Scenario {

    private static final RunId RUN = new RunId("01jd3x5m8q2v7c9e4k6n0p1r2s");
    private static final GroupId GROUP = new GroupId("default");
    private static final PoolId POOL = new PoolId("sim-pool");

    private final OrchestrationPolicy policy;
    private final LiveWorkers workers = new LiveWorkers();
    private final List<RunEvent> events = new ArrayList<>();
    private final List<TaskRow> dispatched = new ArrayList<>();
    private final Map<TaskId, TaskRow> stored = new HashMap<>();
    private final List<TaskId> wanted = new ArrayList<>();
    private final IdSource ids;
    private Orchestration orchestration;
    private LikelihoodSpec likelihood;
    private List<String> models = List.of("sim-large");
    private List<Changes.Dispatch> lastSent = List.of();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    Scenario() {
        this(OrchestrationPolicy.DEFAULT.waitingPerLane());
    }

    Scenario(int waitingPerLane) {
        OrchestrationPolicy usual = OrchestrationPolicy.DEFAULT;
        this.policy = new OrchestrationPolicy(
                usual.startWithin(),
                usual.grace(),
                usual.firstPause(),
                usual.longestPause(),
                usual.reserve(),
                usual.lead(),
                usual.workerTimeout(),
                waitingPerLane);
        this.ids = new UlidSource(Clock.fixed(now, ZoneOffset.UTC), new Random(1));
        this.orchestration = fresh();
    }

    private Orchestration fresh() {
        return new Orchestration(policy, new Dispenser(), workers, pool -> Optional.empty(), ids, "test");
    }

    Scenario submit(int maxTries, int items) {
        return submit(maxTries, items, null);
    }

    Scenario submit(int maxTries, int items, Money budget) {
        return submit(maxTries, items, budget, List.of());
    }

    /** @param variants other forms in which every item is asked */
    Scenario submit(int maxTries, int items, Money budget, List<VariantUse> variants) {
        return submit(maxTries, items, budget, variants, List.of());
    }

    /** Submits a run whose answers one judge grades. */
    Scenario submitJudged(int items) {
        return submitJudged(items, null);
    }

    Scenario submitJudged(int items, Money budget) {
        JudgePromptUse prompt = new JudgePromptUse("own", 1, "{{ answer }}", "rating");
        ModelUse model = new ModelUse(
                new ModelId("sim-judge"), new ConnectionId("sim"), POOL, "sim-judge", GenerationParameters.DEFAULT);
        return submit(
                3,
                items,
                budget,
                List.of(),
                List.of(new JudgeUse(
                        "judge", model, JudgeUse.Mode.POINTWISE, prompt, List.of(), 1, 10, true, null, null)));
    }

    private Scenario submit(int maxTries, int items, Money budget, List<VariantUse> variants, List<JudgeUse> judges) {
        RunDefinition run = new RunDefinition(
                RUN,
                GROUP,
                "a run",
                benchmark(items),
                models.stream()
                        .map(model -> new ModelUse(
                                new ModelId(model), new ConnectionId("sim"), POOL, model, GenerationParameters.DEFAULT))
                        .toList(),
                items,
                1,
                7,
                budget,
                new PriceBookVersion("pb-1"),
                new AttemptPolicy(maxTries, 60_000),
                Map.of(),
                null,
                judges,
                variants);
        apply(new Input.Command(new RunCommand.Submit(ids.nextEvent(), now, GROUP, RUN, run)));
        Changes changes = new Changes();
        orchestration.begin(RUN, now, changes);
        keep(changes);
        return this;
    }

    /** A run of other models than the one. */
    Scenario models(String... models) {
        this.models = List.of(models);
        return this;
    }

    /** A run that judges texts. */
    Scenario judging() {
        this.likelihood = new LikelihoodSpec(LikelihoodSpec.Mode.LOGLIKELIHOOD, " ", null);
        return this;
    }

    private BenchmarkDefinition benchmark(int items) {
        return new BenchmarkDefinition(
                "b",
                "1",
                new DatasetRef(ContentHash.of("data"), items),
                List.of(Message.user("{{ q }}")),
                "a",
                null,
                "category",
                List.of(new PipelineSpec("default", List.of())),
                List.of(new MetricSpec("exact_match", "exact_match", "default", Map.of())),
                likelihood,
                null);
    }

    Scenario workers(int slots) {
        apply(new Input.Heartbeat(new WorkerHeartbeat(ids.nextEvent(), now, new WorkerId("w"), slots, 0, false)));
        return this;
    }

    /** Lets time pass for what is due now, and says what was sent. */
    List<TaskRow> advance() {
        Changes changes = new Changes();
        for (WantedPlace place : orchestration.lackingWanted()) {
            List<TaskId> stretch =
                    wanted.stream().skip(place.from()).limit(place.count()).toList();
            orchestration.fillWanted(place, stretch);
        }
        orchestration.advance(now, changes);
        keep(changes);
        lastSent = changes.dispatches();
        List<TaskRow> sent =
                changes.dispatches().stream().map(Changes.Dispatch::row).toList();
        dispatched.addAll(sent);
        return sent;
    }

    /** Whether the calls that were sent last are to find out that texts can be judged. */
    List<Boolean> probing() {
        return lastSent.stream().map(Changes.Dispatch::probe).toList();
    }

    void unsuitable(TaskRow row, String reason) {
        stop(row, FailureKind.UNSUITABLE, reason);
    }

    /** A failure that stops the run. */
    void stop(TaskRow row, FailureKind kind, String reason) {
        TaskRow known = stored.get(row.task());
        apply(new Input.Task(new TaskEvent.Settled(
                ids.nextEvent(),
                now,
                GROUP,
                RUN,
                attempt(row),
                known == null ? null : known.call(),
                POOL,
                TaskEvent.Result.FAILED,
                true,
                kind,
                null,
                reason)));
    }

    /** Takes a task out of the plan: its item has no such form. */
    void skip(TaskRow row) {
        Changes changes = new Changes();
        orchestration.skipUnchanged(row.task(), changes);
        keep(changes);
    }

    void later(Duration time) {
        now = now.plus(time);
        workers(8);
    }

    CallId call() {
        return ids.nextCall();
    }

    void accept(TaskRow row, CallId call) {
        apply(new Input.Task(
                new TaskEvent.Accepted(ids.nextEvent(), now, GROUP, RUN, attempt(row), call, new WorkerId("w"), POOL)));
    }

    void answer(TaskRow row) {
        answer(
                row,
                Optional.ofNullable(stored.get(row.task())).map(TaskRow::call).orElseThrow());
    }

    /** Accepts them all and answers them. */
    void answerAll(List<TaskRow> rows) {
        for (TaskRow row : rows) {
            accept(row, call());
            answer(row);
        }
    }

    void answer(TaskRow row, CallId call) {
        settle(row, call, TaskEvent.Result.ANSWERED, true, null);
    }

    void fail(TaskRow row, FailureKind kind, boolean last) {
        TaskRow known = stored.get(row.task());
        settle(row, known == null ? null : known.call(), TaskEvent.Result.FAILED, last, kind);
    }

    void settle(TaskRow row, CallId call, TaskEvent.Result result, boolean last, FailureKind kind) {
        settle(row, call, result, last, kind, null);
    }

    /** The provider asked to wait. */
    void later(TaskRow row, FailureKind kind, Duration asked) {
        settle(row, null, TaskEvent.Result.FAILED, false, kind, asked.toMillis());
    }

    private void settle(
            TaskRow row, CallId call, TaskEvent.Result result, boolean last, FailureKind kind, Long retryAfter) {
        apply(new Input.Task(new TaskEvent.Settled(
                ids.nextEvent(), now, GROUP, RUN, attempt(row), call, POOL, result, last, kind, retryAfter, null)));
    }

    void release(TaskRow row, CallId call) {
        apply(new Input.Task(new TaskEvent.Released(
                ids.nextEvent(), now, GROUP, RUN, attempt(row), call, POOL, TaskEvent.Reason.STOPPED, 0)));
    }

    void pause() {
        apply(new Input.Command(new RunCommand.Pause(ids.nextEvent(), now, GROUP, RUN)));
    }

    void resume() {
        apply(new Input.Command(new RunCommand.Resume(ids.nextEvent(), now, GROUP, RUN)));
    }

    void cancel(String reason) {
        apply(new Input.Command(new RunCommand.Cancel(ids.nextEvent(), now, GROUP, RUN, reason)));
    }

    Scenario scored() {
        apply(new Input.Score(new ScoreEvent.Aggregated(ids.nextEvent(), now, GROUP, RUN, 1, true, 0, List.of())));
        return this;
    }

    /** The question about the only model has its answer. @param missing samples of these items without an answer */
    void decided(int items, long missing) {
        ModelId model = new ModelId("sim-large");
        StopRule rule = new StopRule(
                "exact_match", StopRule.Goal.ABOVE, 0.8, List.of(), 0.95, 50, null, StopRule.About.QUESTIONS);
        StopDecision decision =
                new StopDecision(List.of(model), StopDecision.Verdict.ABOVE, items, missing, 0.9, 0.81, 0.95);
        apply(new Input.Score(new ScoreEvent.Decided(
                ids.nextEvent(),
                now,
                GROUP,
                RUN,
                rule,
                List.of(decision),
                List.of(new StoppedModel(model, items, missing)))));
    }

    void spent(long calls, String total, String dearest) {
        apply(new Input.Cost(new ChargeEvent.RunSpent(
                ids.nextEvent(), now, GROUP, RUN, calls, Money.usd(total), Money.usd(dearest))));
    }

    /** The ledger entry of one call, which came before any word on what the run spent. */
    void charged(TaskRow row, String amount) {
        apply(new Input.Cost(new ChargeEvent.CallsCharged(
                ids.nextEvent(),
                now,
                GROUP,
                RUN,
                List.of(new Charge(
                        call(),
                        new AttemptId(row.task(), row.attempt()),
                        new ModelId("sim-judge"),
                        Usage.of(100, 10),
                        Money.usd(amount),
                        Charge.Status.CONFIRMED,
                        new PriceBookVersion("pb-1"))))));
    }

    Scenario charged() {
        apply(new Input.Cost(new ChargeEvent.RunCharged(ids.nextEvent(), now, GROUP, RUN, 0, 0, Money.zero("USD"))));
        return this;
    }

    /** The scorer wants the answers to these samples judged; it may want some again. */
    void want(List<TaskRow> samples) {
        List<JudgeRequest> requests = samples.stream()
                .map(row -> new JudgeRequest(
                        new TaskId(RUN, 1, row.task().item(), row.task().repeat()), List.of("an answer")))
                .filter(request -> !wanted.contains(request.task()))
                .toList();
        apply(new Input.Judge(new JudgeEvent.Wanted(ids.nextEvent(), now, GROUP, RUN, requests)));
    }

    void allWanted() {
        apply(new Input.Judge(new JudgeEvent.AllWanted(ids.nextEvent(), now, GROUP, RUN)));
    }

    LaneProgress judgeLane() {
        return orchestration.lanes(RUN).getLast();
    }

    /** Forgets what is in memory and begins again from what was stored. */
    void restart() {
        RunRow row = orchestration.row(RUN);
        List<LaneProgress> lanes = orchestration.lanes(RUN);
        orchestration = fresh();
        orchestration.restore(row, lanes, List.copyOf(stored.values()));
    }

    /** The time that it is. */
    Instant now() {
        return now;
    }

    LaneProgress lane() {
        return orchestration.lanes(RUN).getFirst();
    }

    List<TaskRow> allDispatched() {
        return dispatched;
    }

    List<RunState> states() {
        return all(RunEvent.StateChanged.class).stream()
                .map(RunEvent.StateChanged::state)
                .toList();
    }

    String lastReason() {
        return all(RunEvent.StateChanged.class).getLast().reason();
    }

    <T extends RunEvent> T only(Class<T> type) {
        List<T> found = all(type);
        if (found.size() != 1) {
            throw new AssertionError("expected one " + type.getSimpleName() + " but found " + found);
        }
        return found.getFirst();
    }

    <T extends RunEvent> List<T> all(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static AttemptId attempt(TaskRow row) {
        return new AttemptId(row.task(), row.attempt());
    }

    private void apply(Input input) {
        Changes changes = new Changes();
        orchestration.apply(input, now, changes);
        keep(changes);
    }

    private void keep(Changes changes) {
        changes.tasks()
                .forEach((task, row) -> row.ifPresentOrElse(kept -> stored.put(task, kept), () -> stored.remove(task)));
        changes.wanted().forEach(one -> wanted.add(one.request().task()));
        changes.events().stream()
                .map(outgoing -> outgoing.event())
                .filter(RunEvent.class::isInstance)
                .map(RunEvent.class::cast)
                .forEach(events::add);
    }
}
