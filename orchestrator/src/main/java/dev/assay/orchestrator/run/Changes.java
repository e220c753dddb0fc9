package dev.assay.orchestrator.run;

import dev.assay.contracts.event.JudgeRequest;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.messaging.publish.Outgoing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one turn of the loop has to write in one transaction and to publish afterwards. Only the last state of a task
 * is kept, so a task that was dispatched, accepted and settled between two writes costs one row at the most.
 */
public final class Changes {

    private final Map<TaskId, Optional<TaskRow>> tasks = new LinkedHashMap<>();
    private final Set<RunId> touchedRuns = new LinkedHashSet<>();
    private final Set<RunId> newRuns = new LinkedHashSet<>();
    private final List<Outgoing> events = new ArrayList<>();
    private final List<Dispatch> dispatches = new ArrayList<>();
    private final Map<TaskId, Wanted> wanted = new LinkedHashMap<>();

    /**
     * A task to be rendered and sent to the workers.
     *
     * @param probe whether its call has to find out that the provider can judge texts
     */
    public record Dispatch(RunDefinition run, TaskRow row, boolean probe) {}

    /** A judge's task with the answers that it is about, and its place in its lane. */
    public record Wanted(JudgeRequest request, long place) {}

    void put(TaskRow row) {
        tasks.put(row.task(), Optional.of(row));
    }

    void remove(TaskId task) {
        tasks.put(task, Optional.empty());
    }

    void touch(RunId run) {
        touchedRuns.add(run);
    }

    void create(RunId run) {
        newRuns.add(run);
        touchedRuns.add(run);
    }

    /** Adds an event that belongs to the change. */
    public void publishLater(Outgoing event) {
        events.add(event);
    }

    void publish(Outgoing event) {
        events.add(event);
    }

    void dispatch(Dispatch dispatch) {
        dispatches.add(dispatch);
    }

    /** Whether it was not wanted in this turn before. */
    boolean want(JudgeRequest request, long place) {
        return wanted.putIfAbsent(request.task(), new Wanted(request, place)) == null;
    }

    /** Judges' tasks to be stored. */
    public Collection<Wanted> wanted() {
        return wanted.values();
    }

    /** The new state of each changed task; empty: it is settled. */
    public Map<TaskId, Optional<TaskRow>> tasks() {
        return tasks;
    }

    public Set<RunId> touchedRuns() {
        return touchedRuns;
    }

    public Set<RunId> newRuns() {
        return newRuns;
    }

    /** Events that belong to the change: stored with it, then published, at least once. */
    public List<Outgoing> events() {
        return events;
    }

    public List<Dispatch> dispatches() {
        return dispatches;
    }

    public boolean isEmpty() {
        return tasks.isEmpty() && touchedRuns.isEmpty() && events.isEmpty();
    }
}
