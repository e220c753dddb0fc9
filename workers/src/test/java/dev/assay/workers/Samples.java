package dev.assay.workers;

import dev.assay.contracts.event.PromptTask;
import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.EventId;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.GenerationParameters;
import dev.assay.contracts.run.Message;
import dev.assay.contracts.run.ModelUse;
import dev.assay.contracts.run.SampleContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Tasks for tests: one that is complete, and copies of it that differ in one respect. */
public final class Samples {

    public static final RunId RUN = new RunId("01jd3x5m8q2v7c9e4k6n0p1r2s");
    public static final CallId CALL = new CallId("01jd3x5m8q2v7c9e4k6n0p1r2t");
    public static final PoolId POOL = new PoolId("sim-pool");
    public static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final EventId EVENT = new EventId("01jd3x5m8q2v7c9e4k6n0p1r2v");

    private Samples() {}

    public static PromptTask task() {
        return task(0);
    }

    /** A task of which neither time runs out within a test. */
    public static PromptTask task(int item) {
        return new PromptTask(
                EVENT,
                NOW,
                new GroupId("default"),
                RUN,
                new AttemptId(new TaskId(RUN, 0, item, 0), 1),
                3,
                POOL,
                new ModelUse(
                        new ModelId("sim-large"),
                        new ConnectionId("sim"),
                        POOL,
                        "large-1",
                        GenerationParameters.DEFAULT),
                List.of(Message.user("How many legs has a spider?")),
                new SampleContext("item-" + item, "animals", List.of("8"), List.of()),
                Instant.parse("2999-01-01T00:00:00Z"),
                60_000,
                null,
                null);
    }

    /** The same question as an attempt of another run. */
    public static PromptTask of(PromptTask task, AttemptId attempt) {
        return new PromptTask(
                task.eventId(),
                task.occurredAt(),
                task.groupId(),
                attempt.task().run(),
                attempt,
                task.triesLeft(),
                task.pool(),
                task.model(),
                task.messages(),
                task.sample(),
                task.startBy(),
                task.deadlineMillis(),
                null,
                null);
    }

    public static PromptTask streamed(PromptTask task) {
        return with(task, new GenerationParameters(null, null, 64, List.of(), null, true, Map.of()));
    }

    public static PromptTask with(PromptTask task, GenerationParameters parameters) {
        ModelUse use = task.model();
        ModelUse changed = new ModelUse(use.id(), use.connection(), use.pool(), use.providerModel(), parameters);
        return copy(task, changed, task.messages(), task.startBy(), task.deadlineMillis(), task.triesLeft());
    }

    public static PromptTask asking(PromptTask task, String prompt) {
        return copy(
                task,
                task.model(),
                List.of(Message.user(prompt)),
                task.startBy(),
                task.deadlineMillis(),
                task.triesLeft());
    }

    public static PromptTask startingBy(PromptTask task, Instant startBy) {
        return copy(task, task.model(), task.messages(), startBy, task.deadlineMillis(), task.triesLeft());
    }

    public static PromptTask within(PromptTask task, long deadlineMillis) {
        return copy(task, task.model(), task.messages(), task.startBy(), deadlineMillis, task.triesLeft());
    }

    public static PromptTask withTriesLeft(PromptTask task, int triesLeft) {
        return copy(task, task.model(), task.messages(), task.startBy(), task.deadlineMillis(), triesLeft);
    }

    private static PromptTask copy(
            PromptTask task,
            ModelUse model,
            List<Message> messages,
            Instant startBy,
            long deadlineMillis,
            int triesLeft) {
        return new PromptTask(
                task.eventId(),
                task.occurredAt(),
                task.groupId(),
                task.runId(),
                task.attemptId(),
                triesLeft,
                task.pool(),
                model,
                messages,
                task.sample(),
                startBy,
                deadlineMillis,
                null,
                null);
    }
}
