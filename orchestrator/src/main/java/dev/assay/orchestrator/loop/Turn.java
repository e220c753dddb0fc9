package dev.assay.orchestrator.loop;

import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.JudgeRequest;
import dev.assay.contracts.event.LikelihoodTask;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.event.PromptTask;
import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.IdSource;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.id.WorkerId;
import dev.assay.contracts.run.LikelihoodSpec;
import dev.assay.contracts.run.ModelUse;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.VariantUse;
import dev.assay.contracts.topic.Topic;
import dev.assay.messaging.publish.Outgoing;
import dev.assay.orchestrator.plan.JudgeRendering;
import dev.assay.orchestrator.plan.Rendering;
import dev.assay.orchestrator.plan.SampleSource;
import dev.assay.orchestrator.run.Changes;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns dispatches into prompt tasks; an item that cannot be rendered becomes a failed outcome instead, and a
 * form that an item does not have becomes nothing. */
final class Turn {

    private static final WorkerId ORCHESTRATOR = new WorkerId("orchestrator");

    private final SampleSource samples;
    private final JudgedAnswers judged;
    private final IdSource ids;

    /** Gives the answers that judges' tasks are about. */
    interface JudgedAnswers {
        Map<TaskId, JudgeRequest> of(Collection<TaskId> tasks) throws SQLException;
    }

    /** What is to be sent: tasks for workers, and outcomes of tasks that none will see, and tasks that are none. */
    record Prepared(List<Outgoing> tasks, List<Outgoing> outcomes, List<TaskId> unrendered, List<TaskId> unchanged) {}

    Turn(SampleSource samples, JudgedAnswers judged, IdSource ids) {
        this.samples = samples;
        this.judged = judged;
        this.ids = ids;
    }

    Prepared prepare(List<Changes.Dispatch> dispatches, Instant now) throws SQLException {
        Prepared prepared = new Prepared(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Map<RunDefinition, List<Changes.Dispatch>> byRun = new LinkedHashMap<>();
        for (Changes.Dispatch dispatch : dispatches) {
            byRun.computeIfAbsent(dispatch.run(), run -> new ArrayList<>()).add(dispatch);
        }
        for (Map.Entry<RunDefinition, List<Changes.Dispatch>> entry : byRun.entrySet()) {
            List<TaskId> tasks = entry.getValue().stream()
                    .map(dispatch -> dispatch.row().task())
                    .toList();
            Map<TaskId, Rendering> renderings = render(entry.getKey(), tasks);
            for (Changes.Dispatch dispatch : entry.getValue()) {
                add(
                        prepared,
                        dispatch,
                        Objects.requireNonNull(renderings.get(dispatch.row().task()), "not rendered"),
                        now);
            }
        }
        return prepared;
    }

    private Map<TaskId, Rendering> render(RunDefinition run, List<TaskId> tasks) throws SQLException {
        Map<TaskId, Rendering> renderings = samples.render(run, tasks);
        List<TaskId> judgements = tasks.stream().filter(run::isJudgement).toList();
        if (!judgements.isEmpty()) {
            Map<TaskId, JudgeRequest> requests = judged.of(judgements);
            for (TaskId task : judgements) {
                Rendering sample = Objects.requireNonNull(renderings.get(task), "not rendered");
                renderings.put(task, JudgeRendering.of(run, task.model(), sample, requests.get(task)));
            }
        }
        return renderings;
    }

    private void add(Prepared prepared, Changes.Dispatch dispatch, Rendering rendering, Instant now) {
        TaskId task = dispatch.row().task();
        switch (rendering) {
            case Rendering.Rendered rendered ->
                prepared.tasks().add(new Outgoing(Topic.PROMPT_TASKS, task.toString(), task(dispatch, rendered, now)));
            case Rendering.Unchanged unchanged -> prepared.unchanged().add(task);
            case Rendering.Unrenderable bad -> {
                prepared.unrendered().add(task);
                prepared.outcomes().add(new Outgoing(Topic.OUTCOMES, task.toString(), outcome(dispatch, bad, now)));
            }
        }
    }

    private PromptTask task(Changes.Dispatch dispatch, Rendering.Rendered rendered, Instant now) {
        RunDefinition run = dispatch.run();
        ModelUse model = run.calledBy(dispatch.row().task());
        return new PromptTask(
                ids.nextEvent(),
                now,
                run.group(),
                run.id(),
                new AttemptId(dispatch.row().task(), dispatch.row().attempt()),
                dispatch.row().triesLeft(),
                model.pool(),
                model,
                rendered.messages(),
                rendered.sample(),
                dispatch.row().due(),
                run.attempts().deadlineMillis(),
                likelihood(dispatch),
                form(dispatch));
    }

    private static @Nullable String form(Changes.Dispatch dispatch) {
        RunDefinition run = dispatch.run();
        TaskId task = dispatch.row().task();
        return run.variants().isEmpty() || run.isJudgement(task)
                ? null
                : run.variantOf(task).map(VariantUse::label).orElse(null);
    }

    private static @Nullable LikelihoodTask likelihood(Changes.Dispatch dispatch) {
        LikelihoodSpec spec = dispatch.run().benchmark().likelihood();
        return spec == null || dispatch.run().isJudgement(dispatch.row().task())
                ? null
                : new LikelihoodTask(spec, dispatch.probe());
    }

    private AttemptOutcome outcome(Changes.Dispatch dispatch, Rendering.Unrenderable bad, Instant now) {
        RunDefinition run = dispatch.run();
        ModelUse model = run.calledBy(dispatch.row().task());
        return new AttemptOutcome(
                ids.nextEvent(),
                now,
                run.group(),
                run.id(),
                new AttemptId(dispatch.row().task(), dispatch.row().attempt()),
                null,
                ORCHESTRATOR,
                model.pool(),
                model.id(),
                bad.sample(),
                true,
                new Outcome.Failed(FailureKind.BROKEN, bad.problem(), null, null),
                null,
                Map.of());
    }
}
