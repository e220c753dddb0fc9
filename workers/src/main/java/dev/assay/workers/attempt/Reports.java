package dev.assay.workers.attempt;

import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.PromptTask;
import dev.assay.contracts.event.TaskEvent;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.IdSource;
import dev.assay.contracts.id.WorkerId;
import dev.assay.contracts.topic.Topic;
import dev.assay.messaging.publish.EventPublisher;
import dev.assay.messaging.publish.Outgoing;
import dev.assay.messaging.publish.PackedPublisher;
import dev.assay.workers.Ticker;
import dev.assay.workers.provider.CallReply;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells the other services about attempts. Every stage that is returned completes when what it stands for is durable,
 * however long the broker is away. Thread-safe.
 */
@ApplicationScoped
public class Reports {

    private static final Logger LOG = Logger.getLogger(Reports.class);

    private final ExecutorService executor = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("workers-reports").daemon().factory());
    private final AttemptEvents events;
    private final PersistentPublishing publishing;
    private final Ticker ticker;

    @Inject
    Reports(EventPublisher publisher, WorkerId worker, IdSource ids, Clock clock, Ticker ticker) {
        this((PackedPublisher) publisher, worker, ids, clock, ticker);
    }

    public Reports(PackedPublisher publisher, WorkerId worker, IdSource ids, Clock clock, Ticker ticker) {
        this.events = new AttemptEvents(worker, ids, clock);
        this.publishing = new PersistentPublishing(publisher, executor);
        this.ticker = ticker;
    }

    /**
     * Takes tasks in hand that came together: draws the ids of their calls and begins to announce them, together.
     *
     * @return in the order of the arrivals
     */
    public List<AcceptedTask> accept(List<Arrival> arrivals) {
        List<CallId> calls = new ArrayList<>(arrivals.size());
        List<Outgoing> announcements = new ArrayList<>(arrivals.size());
        for (Arrival arrival : arrivals) {
            CallId call = events.nextCall();
            calls.add(call);
            announcements.add(said(arrival.task(), events.accepted(arrival.task(), call)));
        }
        List<CompletableFuture<Void>> announced = publishing.publishAll(announcements);
        long now = ticker.nanos();
        List<AcceptedTask> accepted = new ArrayList<>(arrivals.size());
        for (int i = 0; i < arrivals.size(); i++) {
            Arrival arrival = arrivals.get(i);
            accepted.add(new AcceptedTask(arrival.task(), calls.get(i), announced.get(i), now, arrival.memory()));
        }
        return accepted;
    }

    /**
     * Gives a task back.
     *
     * @param callId the id that was announced for it, or null
     * @param notBeforeMillis how long to wait before it is worth to dispatch it again
     */
    public CompletionStage<Void> release(
            PromptTask task, @Nullable CallId callId, TaskEvent.Reason reason, long notBeforeMillis) {
        return say(task, events.released(task, callId, reason, notBeforeMillis));
    }

    /** Reports what came of an attempt: first the outcome, and when that is durable, that the attempt is settled. */
    CompletionStage<Void> settle(AcceptedTask accepted, CallReply reply) {
        return settle(accepted, reply, false);
    }

    // Words and bytes are made of it elsewhere, so that the slot's next call does not wait for that.
    private CompletionStage<Void> settle(AcceptedTask accepted, CallReply reply, boolean isSubstitute) {
        PromptTask task = accepted.task();
        return CompletableFuture.completedFuture(reply)
                .thenComposeAsync(
                        known -> settle(task, events.outcome(task, accepted.callId(), known), known),
                        publishing.executor())
                .exceptionallyComposeAsync(
                        failure -> {
                            if (isSubstitute || !PersistentPublishing.isUnpublishable(failure)) {
                                return CompletableFuture.failedFuture(failure);
                            }
                            LOG.errorf(
                                    failure,
                                    "An outcome cannot be published; a failure is published instead. attemptId=%s",
                                    task.attemptId());
                            return settle(accepted, AttemptEvents.unpublishable(reply), true);
                        },
                        publishing.executor());
    }

    private CompletableFuture<Void> settle(PromptTask task, AttemptOutcome outcome, CallReply reply) {
        return publishing
                .publish(Topic.OUTCOMES, task.attemptId().task().toString(), outcome)
                .thenCompose(durable -> say(task, events.settled(task, outcome, reply.retryAfterMillis())));
    }

    private CompletableFuture<Void> say(PromptTask task, TaskEvent event) {
        return publishing.publishAll(List.of(said(task, event))).getFirst();
    }

    private static Outgoing said(PromptTask task, TaskEvent event) {
        return new Outgoing(Topic.TASK_EVENTS, task.pool().value(), event);
    }

    @PreDestroy
    void close() {
        var unused = executor.shutdownNow();
    }
}
