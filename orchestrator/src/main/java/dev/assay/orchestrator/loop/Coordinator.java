package dev.assay.orchestrator.loop;

import dev.assay.contracts.event.JudgeEvent;
import dev.assay.contracts.event.JudgeRequest;
import dev.assay.contracts.event.RunCommand;
import dev.assay.contracts.id.IdSource;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.messaging.control.ControlMirror;
import dev.assay.messaging.publish.EventPublisher;
import dev.assay.messaging.publish.Outgoing;
import dev.assay.orchestrator.dataset.DatasetStore;
import dev.assay.orchestrator.dispatch.Dispenser;
import dev.assay.orchestrator.plan.SampleSource;
import dev.assay.orchestrator.run.Changes;
import dev.assay.orchestrator.run.Input;
import dev.assay.orchestrator.run.LiveWorkers;
import dev.assay.orchestrator.run.Orchestration;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * One leader's term: takes what arrived, decides, writes, publishes, and begins again. Used by one thread. Ends with
 * an exception when the database fails; the caller then begins a new term from what is stored.
 */
final class Coordinator {

    private static final Logger LOG = Logger.getLogger(Coordinator.class);
    private static final Duration IDLE = Duration.ofMillis(500);

    private final StateStore store;
    private final Inbox inbox;
    private final Orchestration orchestration;
    private final ConsumedOffsets offsets = new ConsumedOffsets();
    private final Outbox outbox;
    private final Turn turn;
    private final EventPublisher publisher;
    private final DatasetStore datasets;
    private final OrchestratorConfig config;
    private final Clock clock;

    Coordinator(
            StateStore store,
            Inbox inbox,
            LiveWorkers workers,
            EventPublisher publisher,
            ControlMirror control,
            SampleSource samples,
            DatasetStore datasets,
            OrchestratorConfig config,
            IdSource ids,
            Clock clock,
            String codeVersion) {
        this.store = store;
        this.inbox = inbox;
        this.publisher = publisher;
        this.outbox = new Outbox(publisher);
        this.turn = new Turn(samples, store::judgeRequests, ids);
        this.datasets = datasets;
        this.config = config;
        this.clock = clock;
        this.orchestration =
                new Orchestration(config.policy(), new Dispenser(), workers, control::pool, ids, codeVersion);
    }

    void begin() throws SQLException {
        store.load(orchestration, offsets);
        outbox.publish(store.leftInOutbox(outbox));
    }

    /** One turn. Batches that it took are completed when their effects are stored, or failed if that failed. */
    void turn() throws SQLException, InterruptedException {
        List<Inbox.Batch> batches = inbox.take(orchestration.isIdle() ? IDLE : config.tick());
        try {
            decideAndWrite(batches);
            batches.forEach(batch -> batch.stored().complete(null));
        } catch (SQLException | RuntimeException e) {
            batches.forEach(batch -> batch.stored().completeExceptionally(e));
            throw e;
        }
    }

    private void decideAndWrite(List<Inbox.Batch> batches) throws SQLException {
        Instant now = clock.instant();
        Changes changes = new Changes();
        boolean consumed = false;
        for (Inbox.Batch batch : batches) {
            for (Inbox.Delivery delivery : batch.deliveries()) {
                TopicPartition partition = delivery.partition();
                if (partition == null || offsets.advance(partition, delivery.offset())) {
                    consumed |= partition != null;
                    for (Input input : delivery.inputs()) {
                        apply(input, now, changes);
                    }
                }
            }
        }
        beginPlanned(now, changes);
        store.fillWanted(orchestration);
        orchestration.advance(now, changes);
        Turn.Prepared prepared = turn.prepare(changes.dispatches(), now);
        prepared.unrendered().forEach(task -> orchestration.failUnrendered(task, changes));
        prepared.unchanged().forEach(task -> orchestration.skipUnchanged(task, changes));
        prepared.outcomes().forEach(changes::publishLater);
        if (!consumed && changes.isEmpty() && !outbox.hasPublished()) {
            return;
        }
        List<Outbox.Entry> events = store.write(changes, orchestration, offsets, outbox, now);
        orchestration.forgetFinished();
        prepared.tasks().forEach(this::send);
        outbox.publish(events);
    }

    private void apply(Input input, Instant now, Changes changes) throws SQLException {
        if (input instanceof Input.Command(RunCommand.Rescore rescore) && !orchestration.knows(rescore.runId())) {
            if (!store.reopen(orchestration, rescore, now, changes)) {
                LOG.warnf("A run that is to be scored again is unknown. runId=%s", rescore.runId());
            }
        } else if (input instanceof Input.Command(RunCommand.Submit submit) && store.knows(submit.runId())) {
            LOG.debugf("A run was submitted again and is known. runId=%s", submit.runId());
        } else if (input instanceof Input.Judge(JudgeEvent.Wanted wanted)) {
            orchestration.apply(new Input.Judge(unknown(wanted)), now, changes);
        } else {
            orchestration.apply(input, now, changes);
        }
    }

    /** The scorer may want the same again, after a crash for instance. */
    private JudgeEvent unknown(JudgeEvent.Wanted wanted) throws SQLException {
        Set<TaskId> known =
                store.wanted(wanted.requests().stream().map(JudgeRequest::task).toList());
        List<JudgeRequest> unknown = wanted.requests().stream()
                .filter(request -> !known.contains(request.task()))
                .toList();
        return new JudgeEvent.Wanted(wanted.eventId(), wanted.occurredAt(), wanted.groupId(), wanted.runId(), unknown);
    }

    private void beginPlanned(Instant now, Changes changes) throws SQLException {
        for (RunDefinition run : orchestration.planning()) {
            if (datasets.isComplete(run.benchmark().dataset())) {
                orchestration.begin(run.id(), now, changes);
                LOG.infof("A run begins. runId=%s groupId=%s samples=%d", run.id(), run.group(), run.samples());
            }
        }
    }

    /** A task that does not arrive is dispatched again when its time is over, so its loss is only said. */
    private void send(Outgoing task) {
        var unused = publisher.publish(task.topic(), task.key(), task.event()).exceptionally(failure -> {
            LOG.warnf("A task could not be sent and will be dispatched again. taskId=%s", task.key());
            return null;
        });
    }
}
