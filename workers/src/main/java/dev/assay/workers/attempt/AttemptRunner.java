package dev.assay.workers.attempt;

import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.event.PromptTask;
import dev.assay.contracts.event.TaskEvent;
import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.registry.Connection;
import dev.assay.workers.Ticker;
import dev.assay.workers.limits.Guards;
import dev.assay.workers.limits.Verdict;
import dev.assay.workers.provider.CallReply;
import dev.assay.workers.provider.CallRequest;
import dev.assay.workers.provider.Providers;
import dev.assay.workers.provider.RunningCall;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Carries out attempts, each on the thread that calls {@link #run}, which is busy for as long as the slot is. Thread-safe.
 */
@ApplicationScoped
public class AttemptRunner {

    private static final Logger LOG = Logger.getLogger(AttemptRunner.class);
    private static final Duration LONGEST_ANNOUNCEMENT = Duration.ofMinutes(10);
    /** The registry and the tasks are different topics: a task may come a moment before its connection. */
    private static final int CONNECTION_LOOKS = 50;

    private static final Duration CONNECTION_PAUSE = Duration.ofMillis(100);

    private record Running(RunId run, RunningCall call) {}

    private final Set<Running> running = ConcurrentHashMap.newKeySet();
    private final ControlView control;
    private final Guards guards;
    private final Providers providers;
    private final Reports reports;
    private final Clock clock;
    private final Ticker ticker;
    private volatile boolean leaving;
    private volatile boolean abandoning;

    public AttemptRunner(
            ControlView control, Guards guards, Providers providers, Reports reports, Clock clock, Ticker ticker) {
        this.control = control;
        this.guards = guards;
        this.providers = providers;
        this.reports = reports;
        this.clock = clock;
        this.ticker = ticker;
    }

    @PostConstruct
    void listen() {
        control.onRunOver(run -> running.stream()
                .filter(attempt -> attempt.run().equals(run))
                .forEach(attempt -> attempt.call().abort("the run is over")));
    }

    /**
     * Carries out an attempt. Returns when its slot is free, which is before everything is reported.
     *
     * @return completes when the attempt needs nothing more: its outcome, or that it was given back, is durable.
     *     Completes exceptionally if it was abandoned; the record is then not finished.
     */
    public CompletionStage<Void> run(AcceptedTask accepted) throws InterruptedException {
        try {
            return attempt(accepted);
        } catch (RuntimeException defect) {
            LOG.errorf(
                    defect,
                    "An attempt failed by a defect of the worker. attemptId=%s",
                    accepted.task().attemptId());
            return reports.settle(
                    accepted,
                    CallReply.notCalled(
                            FailureKind.BROKEN,
                            "the worker failed on it: " + defect.getClass().getName()));
        }
    }

    /** No call begins from now on: what would begin is given back. */
    public void leave() {
        leaving = true;
    }

    /** Breaks all calls off, without outcomes: another worker will make them again. */
    public void abandon() {
        leaving = true;
        abandoning = true;
        running.forEach(attempt -> attempt.call().abort("the worker is leaving"));
    }

    private CompletionStage<Void> attempt(AcceptedTask accepted) throws InterruptedException {
        PromptTask task = accepted.task();
        boolean announced = isAnnounced(accepted);
        Optional<Connection> connection = connection(task.model().connection());
        TaskEvent.Reason obstacle = new StartDecision(leaving, control.mayCall(task.runId()), announced, task.startBy())
                .obstacle(clock.instant());
        if (obstacle != null) {
            return reports.release(task, accepted.callId(), obstacle, 0);
        }
        if (connection.isEmpty()) {
            return reports.settle(
                    accepted,
                    CallReply.notCalled(
                            // As without a key: no call of the run could be made, however many there are.
                            FailureKind.AUTH, "connection " + task.model().connection() + " is not registered"));
        }
        return switch (guards.tryBegin(
                control.pool(task.pool()), connection.get().id())) {
            case Verdict.Hold hold -> reports.release(task, accepted.callId(), TaskEvent.Reason.GUARDED, hold.millis());
            case Verdict.Go go -> call(accepted, connection.get(), go.permit());
        };
    }

    private CompletionStage<Void> call(AcceptedTask accepted, Connection connection, Verdict.Permit permit)
            throws InterruptedException {
        long queued = TimeUnit.NANOSECONDS.toMicros(ticker.nanos() - accepted.acceptedAtNanos());
        Outcome outcome = new Outcome.Cancelled("never begun");
        try {
            CallReply reply = reply(
                    accepted.task().runId(),
                    providers.begin(
                            connection,
                            new CallRequest(accepted.task(), accepted.callId(), queued, accepted.memory())));
            outcome = reply.outcome();
            return abandoning && outcome instanceof Outcome.Cancelled
                    ? CompletableFuture.failedFuture(new CancellationException("abandoned"))
                    : reports.settle(accepted, reply);
        } finally {
            permit.ended(outcome);
        }
    }

    private CallReply reply(RunId run, RunningCall call) throws InterruptedException {
        Running attempt = new Running(run, call);
        running.add(attempt);
        try {
            // Whoever ended the run or the worker before we were in the set could not see us.
            if (abandoning || control.isOver(run)) {
                call.abort("the run is over");
            }
            return call.await();
        } finally {
            running.remove(attempt);
        }
    }

    /** Waits for the announcement for as long as the task may begin. */
    private boolean isAnnounced(AcceptedTask accepted) throws InterruptedException {
        CompletableFuture<Void> announced = accepted.announced();
        if (announced.isDone()) {
            return !announced.isCompletedExceptionally();
        }
        Duration left = Duration.between(clock.instant(), accepted.task().startBy());
        long millis = Math.max(0, Math.min(left.toMillis(), LONGEST_ANNOUNCEMENT.toMillis()));
        try {
            announced.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException notAnnounced) {
            // Said after the task was given back, it would look like a call that nobody heard of again.
            announced.cancel(false);
            return false;
        }
    }

    private Optional<Connection> connection(ConnectionId id) throws InterruptedException {
        Optional<Connection> connection = control.connection(id);
        for (int look = 1; connection.isEmpty() && look < CONNECTION_LOOKS && !leaving; look++) {
            Thread.sleep(CONNECTION_PAUSE);
            connection = control.connection(id);
        }
        return connection;
    }
}
