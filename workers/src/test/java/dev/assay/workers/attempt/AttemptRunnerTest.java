package dev.assay.workers.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.event.PromptTask;
import dev.assay.contracts.event.TaskEvent;
import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.UlidSource;
import dev.assay.contracts.id.WorkerId;
import dev.assay.contracts.money.Usage;
import dev.assay.contracts.registry.Connection;
import dev.assay.contracts.registry.Pool;
import dev.assay.contracts.topic.Topic;
import dev.assay.workers.FakeProvider;
import dev.assay.workers.Samples;
import dev.assay.workers.Settings;
import dev.assay.workers.WorkersConfig;
import dev.assay.workers.limits.Guards;
import dev.assay.workers.provider.Providers;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AttemptRunnerTest implements ControlView {

    private static final Outcome EIGHT = new Outcome.Answered("8", "stop", Usage.of(9, 3));

    private final Vertx vertx = Vertx.vertx();
    private final SaidEvents publisher = new SaidEvents();
    private final List<SaidEvents.Said> said = publisher.sent;
    private final List<Consumer<RunId>> listeners = new ArrayList<>();
    private final Queue<HttpServerRequest> asked = new ConcurrentLinkedQueue<>();
    private FakeProvider.Behaviour behaviour = FakeProvider.saying("8");
    private final FakeProvider provider = new FakeProvider(vertx, (request, body) -> {
        asked.add(request);
        behaviour.answer(request, body);
    });
    private Optional<Connection> connection = Optional.of(provider.connection());
    private @Nullable Optional<Pool> pool = Optional.empty();
    private volatile boolean mayCall = true;
    private volatile boolean over;
    private CompletableFuture<Void> acknowledgement = CompletableFuture.completedFuture(null);

    private final WorkersConfig config = Settings.with(Map.of("workers.slots", "4"));
    private final WorkerId worker = new WorkerId("worker-7");
    private final Clock clock = Clock.systemUTC();
    private final Reports reports =
            new Reports(publisher, worker, new UlidSource(clock, new Random()), clock, System::nanoTime);
    private final Providers providers = new Providers(vertx, config, worker, clock, System::nanoTime);
    private final AttemptRunner runner = new AttemptRunner(
            this, new Guards(config, clock, System::nanoTime), providers, reports, clock, System::nanoTime);

    {
        runner.listen();
        publisher.answer = record -> acknowledgement;
    }

    @AfterEach
    void close() {
        reports.close();
        provider.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public Optional<Connection> connection(ConnectionId id) {
        return connection;
    }

    @Override
    public Optional<Pool> pool(PoolId id) {
        return Objects.requireNonNull(pool, "a defect");
    }

    @Override
    public boolean mayCall(RunId run) {
        return mayCall;
    }

    @Override
    public boolean isOver(RunId run) {
        return over;
    }

    @Override
    public void onRunOver(Consumer<RunId> listener) {
        listeners.add(listener);
    }

    private AcceptedTask accept(PromptTask task) {
        return reports.accept(List.of(new Arrival(task, more -> {}))).getFirst();
    }

    private void run(PromptTask task) throws InterruptedException {
        AcceptedTask accepted = accept(task);
        runner.run(accepted).toCompletableFuture().join();
    }

    private <E> E only(Class<E> type) {
        List<E> found = said.stream()
                .map(SaidEvents.Said::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private TaskEvent.Released released() {
        assertThat(said).noneMatch(record -> record.event() instanceof AttemptOutcome);
        assertThat(asked).isEmpty();
        return only(TaskEvent.Released.class);
    }

    @Test
    void an_answer_is_announced_then_reported_then_settled_under_one_call_id() throws Exception {
        // When
        run(Samples.task());

        // Then
        assertThat(said)
                .extracting(SaidEvents.Said::topic)
                .containsExactly(Topic.TASK_EVENTS, Topic.OUTCOMES, Topic.TASK_EVENTS);
        assertThat(said)
                .extracting(SaidEvents.Said::key)
                .containsExactly("sim-pool", Samples.RUN + ".0.0.0", "sim-pool");
        AttemptOutcome outcome = only(AttemptOutcome.class);
        TaskEvent.Settled settled = only(TaskEvent.Settled.class);
        assertThat(outcome.outcome()).isEqualTo(EIGHT);
        assertThat(outcome.finalForTask()).isTrue();
        assertThat(outcome.sample()).isEqualTo(Samples.task().sample());
        assertThat(outcome.callId()).isEqualTo(only(TaskEvent.Accepted.class).callId());
        assertThat(outcome.workerId()).isEqualTo(worker);
        assertThat(settled.callId()).isEqualTo(outcome.callId());
        assertThat(settled.result()).isEqualTo(TaskEvent.Result.ANSWERED);
        assertThat(settled.finalForTask()).isTrue();
    }

    @Test
    void a_failure_that_may_be_tried_again_is_not_final_while_tries_are_left() throws Exception {
        // Given
        behaviour = (request, body) -> request.response()
                .setStatusCode(429)
                .putHeader("retry-after", "3")
                .end();

        // When
        run(Samples.withTriesLeft(Samples.task(), 2));

        // Then
        assertThat(only(AttemptOutcome.class).finalForTask()).isFalse();
        TaskEvent.Settled settled = only(TaskEvent.Settled.class);
        assertThat(settled.finalForTask()).isFalse();
        assertThat(settled.failure()).isEqualTo(FailureKind.RATE_LIMITED);
        assertThat(settled.retryAfterMillis()).isEqualTo(3000L);
        assertThat(asked).hasSize(1);
    }

    @Test
    void the_last_try_is_final_and_so_is_a_failure_that_would_happen_again() {
        Outcome later = new Outcome.Failed(FailureKind.OVERLOADED, "x", 503, null);
        Outcome never = new Outcome.Failed(FailureKind.AUTH, "x", 401, null);

        assertThat(AttemptEvents.isFinal(later, 2)).isFalse();
        assertThat(AttemptEvents.isFinal(later, 1)).isTrue();
        assertThat(AttemptEvents.isFinal(never, 2)).isTrue();
        assertThat(AttemptEvents.isFinal(new Outcome.Cancelled("x"), 2)).isTrue();
        assertThat(AttemptEvents.isFinal(EIGHT, 2)).isTrue();
    }

    @Test
    void a_provider_that_was_never_called_leaves_no_call_id() throws Exception {
        // Given
        provider.close();

        // When
        run(Samples.task());

        // Then
        assertThat(only(AttemptOutcome.class).callId()).isNull();
        assertThat(only(TaskEvent.Settled.class).callId()).isNull();
        assertThat(only(TaskEvent.Settled.class).failure()).isEqualTo(FailureKind.CONNECT);
    }

    @Test
    void no_call_begins_before_its_announcement_is_durable() throws Exception {
        // Given
        acknowledgement = new CompletableFuture<>();
        AcceptedTask accepted = accept(Samples.task());
        Thread slot = Thread.ofVirtual().start(() -> {
            try {
                runner.run(accepted);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        await().until(() -> slot.getState() == Thread.State.TIMED_WAITING);
        int before = asked.size();

        // When
        acknowledgement.complete(null);

        // Then
        slot.join();
        assertThat(before).isZero();
        assertThat(asked).hasSize(1);
    }

    @Test
    void a_task_whose_announcement_comes_too_late_is_given_back() throws Exception {
        // Given
        acknowledgement = new CompletableFuture<>();
        AcceptedTask accepted =
                accept(Samples.startingBy(Samples.task(), Instant.now().plusMillis(100)));

        // When
        runner.run(accepted);

        // Then
        await().until(() -> said.size() == 2);
        assertThat(released().reason()).isEqualTo(TaskEvent.Reason.EXPIRED);
        assertThat(released().callId()).isEqualTo(accepted.callId());
    }

    @Test
    void a_task_of_a_paused_run_is_given_back() throws Exception {
        // Given
        mayCall = false;

        // When
        run(Samples.task());

        // Then
        assertThat(released().reason()).isEqualTo(TaskEvent.Reason.STOPPED);
    }

    @Test
    void a_worker_that_leaves_gives_back_what_it_did_not_begin() throws Exception {
        // Given
        runner.leave();

        // When
        run(Samples.task());

        // Then
        assertThat(released().reason()).isEqualTo(TaskEvent.Reason.DRAINED);
    }

    @Test
    void a_call_that_the_guard_holds_is_given_back_with_a_pause() throws Exception {
        // Given
        pool = Optional.of(new Pool(Samples.POOL, List.of(new ConnectionId("sim")), 1L, null, null));
        run(Samples.task(0));
        asked.clear();
        said.clear();

        // When
        run(Samples.task(1));

        // Then
        assertThat(released().reason()).isEqualTo(TaskEvent.Reason.GUARDED);
        assertThat(released().notBeforeMillis()).isEqualTo(60_000);
    }

    @Test
    void a_connection_that_nobody_registered_is_an_outcome_that_stops_the_run() throws Exception {
        // Given
        connection = Optional.empty();

        // When
        run(Samples.task());

        // Then
        assertThat(only(AttemptOutcome.class).outcome())
                .isEqualTo(new Outcome.Failed(FailureKind.AUTH, "connection sim is not registered", null, null));
        TaskEvent.Settled settled = only(TaskEvent.Settled.class);
        assertThat(settled.finalForTask()).isTrue();
        assertThat(settled.failure()).isEqualTo(FailureKind.AUTH);
        assertThat(settled.reason()).isEqualTo("connection sim is not registered");
    }

    @Test
    void a_call_of_a_run_that_ends_is_broken_off_and_cancelled() throws Exception {
        // Given
        behaviour = (request, body) -> {};
        AcceptedTask accepted = accept(Samples.task());
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                runner.run(accepted).whenComplete((nothing, failure) -> done.complete(null));
            } catch (InterruptedException e) {
                done.completeExceptionally(e);
            }
        });
        await().until(() -> asked.size() == 1);

        // When
        listeners.forEach(listener -> listener.accept(Samples.RUN));

        // Then
        done.join();
        assertThat(only(AttemptOutcome.class).outcome()).isEqualTo(new Outcome.Cancelled("the run is over"));
        assertThat(only(AttemptOutcome.class).finalForTask()).isTrue();
        assertThat(only(AttemptOutcome.class).callId()).isNotNull();
        assertThat(only(TaskEvent.Settled.class).result()).isEqualTo(TaskEvent.Result.CANCELLED);
    }

    @Test
    void a_run_that_ended_just_before_its_call_began_is_noticed() throws Exception {
        // Given
        behaviour = (request, body) -> {};
        over = true;

        // When
        run(Samples.task());

        // Then
        assertThat(only(AttemptOutcome.class).outcome()).isEqualTo(new Outcome.Cancelled("the run is over"));
    }

    @Test
    void an_abandoned_call_has_no_outcome() throws Exception {
        // Given
        behaviour = (request, body) -> {};
        AcceptedTask accepted = accept(Samples.task());
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                runner.run(accepted).whenComplete((nothing, failure) -> end.complete(failure));
            } catch (InterruptedException e) {
                end.completeExceptionally(e);
            }
        });
        await().until(() -> asked.size() == 1);

        // When
        runner.abandon();

        // Then
        assertThat(end.join()).isInstanceOf(CancellationException.class);
        assertThat(said).allMatch(record -> record.event() instanceof TaskEvent.Accepted);
    }

    @Test
    void an_outcome_that_the_broker_does_not_take_is_replaced_by_a_failure() throws Exception {
        // Given
        publisher.answer = record ->
                record.event() instanceof AttemptOutcome outcome && outcome.outcome() instanceof Outcome.Answered
                        ? CompletableFuture.failedFuture(new RecordTooLargeException())
                        : acknowledgement;

        // When
        run(Samples.task());

        // Then
        assertThat(said)
                .extracting(SaidEvents.Said::topic)
                .filteredOn(Topic.OUTCOMES::equals)
                .hasSize(2);
        AttemptOutcome outcome = (AttemptOutcome) said.get(2).event();
        assertThat(outcome.outcome())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.kind()).isEqualTo(FailureKind.TOO_LARGE));
        assertThat(outcome.callId()).isNotNull();
        assertThat(only(TaskEvent.Settled.class).failure()).isEqualTo(FailureKind.TOO_LARGE);
    }

    @Test
    void a_defect_costs_its_attempt_only() throws Exception {
        // Given
        pool = null;

        // When
        run(Samples.task());

        // Then
        assertThat(only(TaskEvent.Settled.class).failure()).isEqualTo(FailureKind.BROKEN);
        assertThat(asked).isEmpty();
    }
}
