package dev.assay.orchestrator.run;

import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.StoppedModel;
import dev.assay.contracts.event.TaskEvent;
import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.ModelUse;
import dev.assay.contracts.run.RunState;
import dev.assay.orchestrator.dispatch.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What workers' words do to tasks. Every announced call is accounted for exactly once: as its own settlement, or as
 * lost, when another call of the same task has taken its place or its worker is gone.
 */
final class TaskProgress {

    /** What a failed call says of its item, and not of its provider. */
    private static final Set<FailureKind> ITEM_FAULTS = EnumSet.of(
            FailureKind.CONTEXT_TOO_LONG,
            FailureKind.CONTENT_BLOCKED,
            FailureKind.TOO_LARGE,
            FailureKind.BAD_REQUEST,
            FailureKind.BROKEN,
            FailureKind.CANCELLED);

    private final Map<RunId, ActiveRun> runs;
    private final OpenTasks tasks;
    private final OrchestrationPolicy policy;
    private final Announcements announce;
    private final Pace pace;

    TaskProgress(
            Map<RunId, ActiveRun> runs,
            OpenTasks tasks,
            OrchestrationPolicy policy,
            Announcements announce,
            Pace pace) {
        this.runs = runs;
        this.tasks = tasks;
        this.policy = policy;
        this.announce = announce;
        this.pace = pace;
    }

    void apply(TaskEvent event, Instant now, Changes changes) {
        switch (event) {
            case TaskEvent.Accepted accepted -> accepted(accepted, now, changes);
            case TaskEvent.Settled settled -> settled(settled, now, changes);
            case TaskEvent.Released released -> released(released, now, changes);
            case TaskEvent.Unrecognised ignored -> {}
        }
    }

    private void accepted(TaskEvent.Accepted event, Instant now, Changes changes) {
        ActiveRun run = runs.get(event.runId());
        if (run == null) {
            return;
        }
        Optional<TaskRow> found = tasks.get(event.attemptId().task());
        if (found.isEmpty()
                || found.get().attempt() != event.attemptId().number()
                || !found.get().onItsWay()) {
            // It was dispatched before it was accepted.
            Instant startBy = event.occurredAt().plus(policy.startWithin());
            lost(run, event.attemptId(), event.callId(), startBy, now, changes);
            return;
        }
        TaskRow row = found.get();
        lostIfOpen(run, row, event.callId(), now, changes);
        store(run, row.accepted(event.callId(), now.plus(policy.startWithin()).plus(callTime(run))), changes);
    }

    private void settled(TaskEvent.Settled event, Instant now, Changes changes) {
        ActiveRun run = runs.get(event.runId());
        Optional<TaskRow> found = tasks.get(event.attemptId().task());
        if (run == null || found.isEmpty()) {
            return;
        }
        pace.ended(now);
        TaskRow row = found.get();
        boolean own = event.callId() != null && event.callId().equals(row.call());
        if (own) {
            run.calls++;
            changes.touch(event.runId());
        }
        if (event.finalForTask()) {
            // Without a call the announced one was never used; with another one it is still out there.
            if (!own && event.callId() != null) {
                lostIfOpen(run, row, event.callId(), now, changes);
            }
            count(run, row.task(), event.result());
            remove(run, row.task(), changes);
        } else if (row.attempt() == event.attemptId().number() && row.onItsWay()) {
            again(run, row, event, now, changes);
        }
        FailureKind failure = event.failure();
        if (failure != null && (failure.again() == FailureKind.Again.STOP_RUN || probeFailed(run, row, event))) {
            end(run, RunState.FAILED, stopReason(run, row.task(), failure, event.reason()), changes);
        }
    }

    /** Whether the call that was to find out if the provider can judge texts came to nothing, for no fault of its item. */
    private static boolean probeFailed(ActiveRun run, TaskRow row, TaskEvent.Settled event) {
        boolean ofItem = event.failure() != null && ITEM_FAULTS.contains(event.failure());
        return event.finalForTask()
                && event.result() == TaskEvent.Result.FAILED
                && !ofItem
                && run.mustProbe(run.lanes.get(row.task().model()));
    }

    private void again(ActiveRun run, TaskRow row, TaskEvent.Settled event, Instant now, Changes changes) {
        if (mayNotGoAgain(run, row)) {
            remove(run, row.task(), changes);
            return;
        }
        int left = row.triesLeft() - 1;
        int used = run.definition.attempts().maxTries() - left;
        Duration asked = Duration.ofMillis(event.retryAfterMillis() == null ? 0 : event.retryAfterMillis());
        if (asked.isPositive()) {
            run.lanes.get(row.task().model()).askedToWait = event.failure();
        }
        store(run, row.waiting(Math.max(1, left), now.plus(policy.pauseAfter(used, asked))), changes);
    }

    private void released(TaskEvent.Released event, Instant now, Changes changes) {
        ActiveRun run = runs.get(event.runId());
        Optional<TaskRow> found = tasks.get(event.attemptId().task());
        if (run == null
                || found.isEmpty()
                || found.get().attempt() != event.attemptId().number()
                || !found.get().onItsWay()) {
            return;
        }
        TaskRow row = found.get();
        lostIfOpen(run, row, event.callId(), now, changes);
        takeBack(run, row, now.plusMillis(event.notBeforeMillis()), changes);
    }

    /** Tasks whose worker was never heard of, or no more, go again. */
    void takeBackOverdue(Instant now, Changes changes) {
        for (TaskRow row : tasks.overdue(now.minus(policy.grace()))) {
            ActiveRun run = runs.get(row.task().run());
            if (run != null) {
                lostIfOpen(run, row, null, now, changes);
                takeBack(run, row, now, changes);
            }
        }
    }

    private void takeBack(ActiveRun run, TaskRow row, Instant notBefore, Changes changes) {
        if (mayNotGoAgain(run, row)) {
            remove(run, row.task(), changes);
        } else {
            store(run, row.waiting(row.triesLeft(), notBefore), changes);
        }
    }

    private static boolean mayNotGoAgain(ActiveRun run, TaskRow row) {
        return run.ending != null || run.lanes.get(row.task().model()).isStopped();
    }

    void failWithoutCall(TaskId task, Changes changes) {
        ActiveRun run = runs.get(task.run());
        if (run != null && tasks.get(task).isPresent()) {
            count(run, task, TaskEvent.Result.FAILED);
            remove(run, task, changes);
        }
    }

    void skip(TaskId task, Changes changes) {
        ActiveRun run = runs.get(task.run());
        if (run != null && tasks.get(task).isPresent()) {
            run.lanes.get(task.model()).skipped++;
            remove(run, task, changes);
        }
    }

    /** Decides the run's end: nothing new is dispatched; what is with workers may still come in. */
    void end(ActiveRun run, RunState ending, String reason, Changes changes) {
        if (run.ending != null || run.state == RunState.FINISHING || run.state.isFinal()) {
            return;
        }
        run.ending = ending;
        run.reason = reason;
        for (Lane lane : run.lanes) {
            lane.close();
            dropWaiting(run, lane, changes);
        }
        changes.touch(run.definition.id());
        changes.publish(announce.control(run, ending));
    }

    private void dropWaiting(ActiveRun run, Lane lane, Changes changes) {
        for (TaskRow row : tasks.of(lane, run.definition.id())) {
            if (!row.onItsWay()) {
                remove(run, row.task(), changes);
            }
        }
    }

    /** Asks models nothing more about which every question is answered; what is with workers still comes in. */
    void stop(ActiveRun run, List<StoppedModel> stopped, Changes changes) {
        if (run.ending != null || run.state == RunState.FINISHING || run.state.isFinal()) {
            return;
        }
        for (Lane lane : run.samples().toList()) {
            ModelId model = run.definition.models().get(lane.model).id();
            Optional<StoppedModel> end =
                    stopped.stream().filter(s -> s.model().equals(model)).findFirst();
            if (end.isPresent() && !lane.isStopped()) {
                lane.stop(end.get().missing());
                dropWaiting(run, lane, changes);
                run.reason = EarlyEnd.reason(run.definition, stopped);
                changes.touch(run.definition.id());
            }
        }
    }

    private static String stopReason(ActiveRun run, TaskId task, FailureKind failure, @Nullable String said) {
        ModelUse model = run.definition.calledBy(task);
        if (failure == FailureKind.UNSUITABLE) {
            return failure + ": model " + model.id() + " of connection " + model.connection() + " cannot judge texts: "
                    + said + ". Use a model whose provider gives the log-probabilities of a prompt, or a benchmark"
                    + " whose answers are written.";
        }
        if (failure.again() != FailureKind.Again.STOP_RUN) {
            return failure + ": it could not be found out whether model " + model.id() + " of connection "
                    + model.connection()
                    + " can judge texts. See what the first sample says, then submit the run again.";
        }
        return failure + ": connection " + model.connection() + " does not serve model " + model.id()
                + (said == null ? "" : " (" + said + ")")
                + ". Check the connection in the platform file, its key and its rights, then submit the run again.";
    }

    private void lostIfOpen(ActiveRun run, TaskRow row, @Nullable CallId same, Instant now, Changes changes) {
        if (row.call() != null && !row.call().equals(same)) {
            // The lease is what an accepted task may take to begin, and then its call.
            lost(run, row.attemptId(), row.call(), row.due().minus(callTime(run)), now, changes);
        }
    }

    private Duration callTime(ActiveRun run) {
        return policy.grace().plusMillis(run.definition.attempts().deadlineMillis());
    }

    private void lost(ActiveRun run, AttemptId attempt, CallId call, Instant startBy, Instant now, Changes changes) {
        if (run.state != RunState.FINISHING) {
            run.calls++;
            changes.touch(run.definition.id());
        }
        changes.publish(announce.lost(run, attempt, call, startBy, now));
    }

    private static void count(ActiveRun run, TaskId task, TaskEvent.Result result) {
        Lane lane = run.lanes.get(task.model());
        switch (result) {
            case ANSWERED -> lane.answered++;
            case REFUSED -> lane.refused++;
            case FAILED, UNKNOWN -> lane.failed++;
            case CANCELLED -> lane.cancelled++;
        }
    }

    private void store(ActiveRun run, TaskRow row, Changes changes) {
        tasks.put(run.lanes.get(row.task().model()), row);
        changes.put(row);
    }

    private void remove(ActiveRun run, TaskId task, Changes changes) {
        tasks.remove(run.lanes.get(task.model()), task);
        changes.remove(task);
        changes.touch(run.definition.id());
    }
}
