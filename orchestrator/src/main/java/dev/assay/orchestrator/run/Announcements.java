package dev.assay.orchestrator.run;

import dev.assay.contracts.event.ProviderWait;
import dev.assay.contracts.event.RunEvent;
import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.IdSource;
import dev.assay.contracts.registry.RunControl;
import dev.assay.contracts.run.ModelUse;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.topic.Topic;
import dev.assay.messaging.publish.Outgoing;
import java.time.Instant;
import java.util.List;

/** Words an orchestration's decisions as events. */
final class Announcements {

    private final IdSource ids;

    Announcements(IdSource ids) {
        this.ids = ids;
    }

    Outgoing planned(ActiveRun run, Instant now) {
        return runEvent(
                run,
                new RunEvent.Planned(
                        ids.nextEvent(),
                        now,
                        run.definition.group(),
                        run.definition.id(),
                        run.definition,
                        run.manifest));
    }

    Outgoing state(ActiveRun run, Instant now) {
        return runEvent(
                run,
                new RunEvent.StateChanged(
                        ids.nextEvent(), now, run.definition.group(), run.definition.id(), run.state, run.reason));
    }

    Outgoing waiting(ActiveRun run, List<ProviderWait> waits, Instant now) {
        return runEvent(
                run, new RunEvent.Waiting(ids.nextEvent(), now, run.definition.group(), run.definition.id(), waits));
    }

    Outgoing samplesSettled(ActiveRun run, Instant now) {
        return runEvent(
                run,
                new RunEvent.SamplesSettled(
                        ids.nextEvent(), now, run.definition.group(), run.definition.id(), run.sampleOutcomes()));
    }

    Outgoing settled(ActiveRun run, Instant now) {
        return runEvent(
                run,
                new RunEvent.Settled(
                        ids.nextEvent(), now, run.definition.group(), run.definition.id(), run.outcomes(), run.calls));
    }

    Outgoing lost(ActiveRun run, AttemptId attempt, CallId call, Instant startBy, Instant now) {
        ModelUse model = run.definition.calledBy(attempt.task());
        return runEvent(
                run,
                new RunEvent.CallLost(
                        ids.nextEvent(),
                        now,
                        run.definition.group(),
                        run.definition.id(),
                        attempt,
                        call,
                        model.id(),
                        model.connection(),
                        startBy));
    }

    Outgoing rescore(ActiveRun run, dev.assay.contracts.event.RunCommand.Rescore command, Instant now) {
        return runEvent(
                run,
                new RunEvent.RescoreRequested(
                        ids.nextEvent(),
                        now,
                        run.definition.group(),
                        run.definition.id(),
                        run.revision,
                        List.copyOf(command.pipelines()),
                        List.copyOf(command.metrics())));
    }

    /** Tells workers whether calls of the run may begin. */
    Outgoing control(ActiveRun run, RunState state) {
        RunControl control = new RunControl(run.definition.id(), state);
        return new Outgoing(Topic.CONTROL, control.key(), control);
    }

    private static Outgoing runEvent(ActiveRun run, RunEvent event) {
        return new Outgoing(Topic.RUN_EVENTS, run.definition.id().value(), event);
    }
}
