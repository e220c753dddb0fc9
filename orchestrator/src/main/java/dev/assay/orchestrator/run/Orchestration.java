package dev.assay.orchestrator.run;

import dev.assay.contracts.event.ChargeEvent;
import dev.assay.contracts.event.JudgeEvent;
import dev.assay.contracts.event.RunCommand;
import dev.assay.contracts.event.ScoreEvent;
import dev.assay.contracts.id.IdSource;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.registry.Pool;
import dev.assay.contracts.run.Manifest;
import dev.assay.contracts.run.ModelUse;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.RunState;
import dev.assay.orchestrator.dispatch.Allotment;
import dev.assay.orchestrator.dispatch.Demand;
import dev.assay.orchestrator.dispatch.Dispenser;
import dev.assay.orchestrator.dispatch.Pace;
import dev.assay.orchestrator.dispatch.PoolLoad;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The state of all runs that are not over, and every decision about them. Pure: inputs and the time come in, what has
 * to be written and published is collected in {@link Changes}. One thread uses it; after a failed write it is thrown
 * away and built again from what is stored.
 */
public final class Orchestration {

    private static final Duration OVERDUE_CHECK_INTERVAL = Duration.ofSeconds(1);
    /** What a wrong pace can do at most. */
    private static final int MOST_RESERVE_PER_SLOT = 3;

    private final Map<RunId, ActiveRun> runs = new LinkedHashMap<>();
    private final OpenTasks tasks;
    private final Dispenser dispenser;
    private final Pace pace = new Pace();
    private final LiveWorkers workers;
    private final PoolLimits pools;
    private final OrchestrationPolicy policy;
    private final Announcements announce;
    private final TaskProgress progress;
    private final Judging judging;
    private final ProviderWaits waits;
    private final String codeVersion;
    private Instant nextOverdueCheck = Instant.MIN;

    public Orchestration(
            OrchestrationPolicy policy,
            Dispenser dispenser,
            LiveWorkers workers,
            PoolLimits pools,
            IdSource ids,
            String codeVersion) {
        this.policy = policy;
        this.dispenser = dispenser;
        this.workers = workers;
        this.pools = pools;
        this.codeVersion = codeVersion;
        this.announce = new Announcements(ids);
        this.tasks = new OpenTasks();
        this.progress = new TaskProgress(runs, tasks, policy, announce, pace);
        this.judging = new Judging(runs, announce);
        this.waits = new ProviderWaits(policy, announce);
    }

    /** Takes a stored run into memory. */
    public void restore(RunRow row, List<LaneProgress> lanes, Collection<TaskRow> open) {
        ActiveRun run = new ActiveRun(row);
        for (LaneProgress stored : lanes) {
            Lane lane = lane(run, stored.model(), stored.cursor(), stored.total());
            lane.answered = stored.answered();
            lane.refused = stored.refused();
            lane.failed = stored.failed();
            lane.cancelled = stored.cancelled();
            lane.skipped = stored.skipped();
            lane.unanswered = stored.unanswered();
            run.lanes.add(lane);
        }
        runs.put(run.definition.id(), run);
        open.forEach(task -> tasks.put(run.lanes.get(task.task().model()), task));
    }

    /** Applies one input. */
    public void apply(Input input, Instant now, Changes changes) {
        switch (input) {
            case Input.Command(RunCommand command) -> apply(command, now, changes);
            case Input.Task(var event) -> progress.apply(event, now, changes);
            case Input.Score(ScoreEvent event) -> apply(event, now, changes);
            case Input.Cost(ChargeEvent event) -> apply(event, now, changes);
            case Input.Judge(JudgeEvent event) -> judging.apply(event, changes);
            case Input.Heartbeat(var heartbeat) -> workers.beat(heartbeat, now);
        }
    }

    private void apply(RunCommand command, Instant now, Changes changes) {
        switch (command) {
            case RunCommand.Submit submit -> submit(submit.definition(), now, changes);
            case RunCommand.Pause pause -> changeState(pause.runId(), RunState.RUNNING, RunState.PAUSED, now, changes);
            case RunCommand.Resume go -> changeState(go.runId(), RunState.PAUSED, RunState.RUNNING, now, changes);
            case RunCommand.Cancel cancel -> {
                ActiveRun run = runs.get(cancel.runId());
                if (run != null) {
                    progress.end(run, RunState.CANCELLED, cancel.reason(), changes);
                }
            }
            case RunCommand.Rescore rescore -> rescore(rescore, now, changes);
            case RunCommand.Unrecognised ignored -> {}
        }
    }

    private void submit(RunDefinition definition, Instant now, Changes changes) {
        if (runs.containsKey(definition.id())) {
            return;
        }
        ActiveRun run = new ActiveRun(new RunRow(
                definition,
                Manifest.of(definition, codeVersion).hash(),
                RunState.PLANNING,
                null,
                null,
                0,
                1,
                false,
                false,
                Spent.NOTHING,
                now));
        for (int model = 0; model < definition.lanes().size(); model++) {
            boolean judgement = model >= definition.models().size();
            run.lanes.add(lane(run, model, 0, judgement ? 0 : definition.samplesPerModel()));
        }
        runs.put(definition.id(), run);
        changes.create(definition.id());
        changes.publish(announce.planned(run, now));
    }

    /** The dataset of a planned run is there: it may begin. */
    public void begin(RunId id, Instant now, Changes changes) {
        changeState(id, RunState.PLANNING, RunState.RUNNING, now, changes);
    }

    /** Ends a run that cannot go on, such as one whose dataset does not match its hash. */
    public void fail(RunId id, String reason, Changes changes) {
        ActiveRun run = runs.get(id);
        if (run != null) {
            progress.end(run, RunState.FAILED, reason, changes);
        }
    }

    private void changeState(RunId id, RunState from, RunState to, Instant now, Changes changes) {
        ActiveRun run = runs.get(id);
        if (run != null && run.state == from && run.ending == null) {
            run.state = to;
            changes.touch(id);
            changes.publish(announce.state(run, now));
            changes.publish(announce.control(run, to));
        }
    }

    /** Scores of a finished run are asked for again: the run is taken up once more until they are in. */
    private void rescore(RunCommand.Rescore command, Instant now, Changes changes) {
        ActiveRun run = runs.get(command.runId());
        if (run != null && run.state == RunState.FINISHING && run.charged) {
            run.revision++;
            run.scored = false;
            changes.touch(command.runId());
            changes.publish(announce.rescore(run, command, now));
        }
    }

    /** Takes a finished run up again, so that it can be scored anew. */
    public void reopen(RunRow row, List<LaneProgress> lanes, RunCommand.Rescore command, Instant now, Changes changes) {
        RunRow reopened = new RunRow(
                row.definition(),
                row.manifest(),
                RunState.FINISHING,
                row.state(),
                row.reason(),
                row.calls(),
                row.revision(),
                false,
                true,
                row.spent(),
                row.createdAt());
        restore(reopened, lanes, List.of());
        rescore(command, now, changes);
    }

    private void apply(ScoreEvent event, Instant now, Changes changes) {
        switch (event) {
            case ScoreEvent.Aggregated aggregated -> {
                ActiveRun run = runs.get(aggregated.runId());
                if (aggregated.isFinal() && run != null && run.revision == aggregated.revision() && !run.scored) {
                    run.scored = true;
                    changes.touch(aggregated.runId());
                    finish(run, now, changes);
                }
            }
            case ScoreEvent.Decided decided -> {
                ActiveRun run = runs.get(decided.runId());
                if (run != null) {
                    progress.stop(run, decided.stopped(), changes);
                }
            }
            case ScoreEvent.SamplesScored ignored -> {}
            case ScoreEvent.SamplesJudged ignored -> {}
            case ScoreEvent.PairsJudged ignored -> {}
            case ScoreEvent.Unrecognised ignored -> {}
        }
    }

    private void apply(ChargeEvent event, Instant now, Changes changes) {
        switch (event) {
            case ChargeEvent.RunSpent spent -> spend(spent, changes);
            case ChargeEvent.RunCharged charged -> {
                ActiveRun run = runs.get(charged.runId());
                if (run != null && !run.charged) {
                    run.charged = true;
                    changes.touch(charged.runId());
                    finish(run, now, changes);
                }
            }
            case ChargeEvent.CallsCharged charged -> learn(charged);
            case ChargeEvent.Unrecognised ignored -> {}
        }
    }

    private void learn(ChargeEvent.CallsCharged charged) {
        ActiveRun run = runs.get(charged.runId());
        if (run != null && run.judgePrices != null) {
            run.judgePrices.apply(charged.charges());
        }
    }

    private void spend(ChargeEvent.RunSpent spent, Changes changes) {
        ActiveRun run = runs.get(spent.runId());
        Money budget = run == null ? null : run.definition.budget();
        if (run != null
                && budget != null
                && budget.currency().equals(spent.total().currency())) {
            run.spent = run.spent.or(Spent.of(spent));
            changes.touch(spent.runId());
        }
    }

    private void finish(ActiveRun run, Instant now, Changes changes) {
        if (run.state == RunState.FINISHING && run.scored && run.charged) {
            run.state = run.finalState();
            changes.publish(announce.state(run, now));
            changes.publish(announce.control(run, run.state));
        }
    }

    /** Settles what is settled, takes back what is overdue, and lets go what may go now. */
    public void advance(Instant now, Changes changes) {
        if (!now.isBefore(nextOverdueCheck)) {
            nextOverdueCheck = now.plus(OVERDUE_CHECK_INTERVAL);
            progress.takeBackOverdue(now, changes);
        }
        judging.tellSettled(now, changes);
        for (ActiveRun run : List.copyOf(runs.values())) {
            if (isSettled(run)) {
                run.state = RunState.FINISHING;
                changes.touch(run.definition.id());
                changes.publish(announce.state(run, now));
                changes.publish(announce.settled(run, now));
            }
        }
        runs.values().forEach(run -> endIfOverBudget(run, changes));
        List<PoolLoad> loads = loads();
        pace.working(loads.stream().anyMatch(load -> load.inFlight() > 0), now);
        for (Allotment allotment : dispenser.tick(now, window(now), loads, demands(now))) {
            send(allotment, now, changes);
        }
        runs.values().forEach(run -> waits.tell(run, lane -> ready(run, lane, now) > 0, now, changes));
    }

    private void endIfOverBudget(ActiveRun run, Changes changes) {
        String reason = run.mayDispatch() ? run.overBudget() : null;
        if (reason != null) {
            progress.end(run, RunState.PARTIAL, reason, changes);
        }
    }

    private static boolean isSettled(ActiveRun run) {
        return switch (run.state) {
            case PLANNING, PAUSED -> run.ending != null && run.allSettled();
            case RUNNING -> run.allSettled();
            case FINISHING, COMPLETE, PARTIAL, FAILED, CANCELLED, UNKNOWN -> false;
        };
    }

    /** Forgets runs that are over, once that is written. */
    public void forgetFinished() {
        runs.values().removeIf(run -> run.state.isFinal());
    }

    private int window(Instant now) {
        int slots = workers.slots(now, policy.workerTimeout());
        int fast = Math.min(MOST_RESERVE_PER_SLOT * slots, pace.within(policy.lead(), now));
        return slots + Math.max(slots * policy.reserve() / 100, fast);
    }

    private List<PoolLoad> loads() {
        Map<PoolId, Integer> inFlight = new TreeMap<>();
        for (ActiveRun run : runs.values()) {
            run.lanes.forEach(lane -> inFlight.merge(lane.pool, lane.onTheirWay, Integer::sum));
        }
        return inFlight.entrySet().stream()
                .map(entry -> load(entry.getKey(), entry.getValue()))
                .toList();
    }

    private PoolLoad load(PoolId id, int inFlight) {
        @Nullable Pool limits = pools.of(id).orElse(null);
        return limits == null
                ? new PoolLoad(id, inFlight, null, null)
                : new PoolLoad(id, inFlight, limits.concurrent(), limits.requestsPerMinute());
    }

    private List<Demand> demands(Instant now) {
        List<Demand> demands = new ArrayList<>();
        for (ActiveRun run : runs.values()) {
            if (run.mayDispatch()) {
                demands.addAll(demands(run, now));
            }
        }
        return demands;
    }

    private List<Demand> demands(ActiveRun run, Instant now) {
        List<Demand> demands = new ArrayList<>();
        long affordable = run.affordable();
        Set<ModelId> shown = new HashSet<>();
        for (Lane lane : run.lanes) {
            // What is left is shared among the lanes that come.
            long share = Math.ceilDiv(affordable, run.lanes.size() - lane.model);
            int ready = (int) Math.min(share, ready(run, lane, now));
            if (ready > 0 && run.judgePrices != null && run.judgePrices.isUnknown(lane)) {
                boolean asked = run.judgePrices.isAsked(lane, run.lanes, run.calls > run.spent.calls());
                ready = !asked && shown.add(run.judgePrices.model(lane)) ? 1 : 0;
            }
            affordable -= ready;
            if (ready > 0) {
                demands.add(new Demand(run.definition.group(), run.definition.id(), lane.model, lane.pool, ready));
            }
        }
        // Whoever is behind goes first, or the only free slot would always be the first model's.
        demands.sort(Comparator.comparingLong(demand -> run.lanes.get(demand.model()).cursor));
        return demands;
    }

    /** What may go of a lane; while it is not known that its provider can judge texts, one at a time. */
    private int ready(ActiveRun run, Lane lane, Instant now) {
        int ready = (int) Math.min(
                OpenTasks.ready(lane, now, policy.waitingPerLane()), lane.waiting.due(now) + run.mayBegin(lane));
        return run.mustProbe(lane) ? Math.min(ready, Math.max(0, 1 - lane.onTheirWay)) : ready;
    }

    private void send(Allotment allotment, Instant now, Changes changes) {
        ActiveRun run = run(allotment.demand().run());
        Lane lane = run.lanes.get(allotment.demand().model());
        Instant startBy = now.plus(policy.startWithin());
        if (run.judgePrices != null) {
            run.judgePrices.begin(lane);
        }
        for (int i = 0; i < allotment.count(); i++) {
            TaskRow row = tasks.takeDue(lane, now)
                    .map(waiting ->
                            TaskRow.dispatched(waiting.task(), waiting.attempt() + 1, waiting.triesLeft(), startBy))
                    .orElseGet(() -> TaskRow.dispatched(
                            lane.next(run.order), 1, run.definition.attempts().maxTries(), startBy));
            tasks.put(lane, row);
            changes.put(row);
            changes.dispatch(new Changes.Dispatch(run.definition, row, run.mustProbe(lane)));
        }
        changes.touch(run.definition.id());
    }

    /** Settles a task whose prompt could not be made: it failed without a call. */
    public void failUnrendered(TaskId task, Changes changes) {
        progress.failWithoutCall(task, changes);
    }

    /** Which judges' tasks that are stored should be taken into memory. */
    public List<WantedPlace> lackingWanted() {
        return judging.lacking();
    }

    /** Takes judges' tasks into memory, in the order of their places. */
    public void fillWanted(WantedPlace place, List<TaskId> found) {
        judging.fill(place, found);
    }

    /** Takes a task out of the plan whose item has no such form. */
    public void skipUnchanged(TaskId task, Changes changes) {
        progress.skip(task, changes);
    }

    /** Whether there is no run to look after. */
    public boolean isIdle() {
        return runs.isEmpty();
    }

    /** Runs that wait for their dataset. */
    public List<RunDefinition> planning() {
        return runs.values().stream()
                .filter(run -> run.state == RunState.PLANNING && run.ending == null)
                .map(run -> run.definition)
                .toList();
    }

    public boolean knows(RunId run) {
        return runs.containsKey(run);
    }

    public RunRow row(RunId id) {
        return run(id).row();
    }

    public List<LaneProgress> lanes(RunId id) {
        return run(id).lanes.stream().map(Lane::progress).toList();
    }

    private ActiveRun run(RunId id) {
        ActiveRun run = runs.get(id);
        if (run == null) {
            throw new IllegalStateException("not an active run: " + id);
        }
        return run;
    }

    private static Lane lane(ActiveRun run, int model, long cursor, long total) {
        boolean judgement = model >= run.definition.models().size();
        ModelUse use = run.definition.lanes().get(model);
        return new Lane(model, judgement, use.pool(), cursor, total);
    }
}
