package dev.assay.cost.ledger;

import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.Charge;
import dev.assay.contracts.event.ChargeEvent;
import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.event.RunEvent;
import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.id.EventId;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.id.UlidSource;
import dev.assay.contracts.id.WorkerId;
import dev.assay.contracts.money.ModelPrice;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.money.Usage;
import dev.assay.contracts.run.AttemptPolicy;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.DatasetRef;
import dev.assay.contracts.run.GenerationParameters;
import dev.assay.contracts.run.Message;
import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.ModelUse;
import dev.assay.contracts.run.PipelineSpec;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.SampleContext;
import dev.assay.cost.CostConfig;
import dev.assay.cost.CostDatabase;
import dev.assay.cost.Settings;
import dev.assay.cost.price.PricedBook;
import dev.assay.cost.price.Rates;
import dev.assay.cost.statement.Statement;
import dev.assay.messaging.publish.Outgoing;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** A run, its calls and a ledger over a real database. The clock stands still unless it is moved. */
final class Scenario implements AutoCloseable {

    static final GroupId GROUP = new GroupId("vision-lab");
    static final ModelId LARGE = new ModelId("sim-large");
    static final ModelId FREE_OF_PRICE = new ModelId("no-price");
    static final ConnectionId SIM = new ConnectionId("sim");
    static final PriceBookVersion BOOK = new PriceBookVersion("pb-1");
    private static final Instant START = Instant.parse("2026-01-02T03:04:05.678Z");

    final DataSource database = CostDatabase.empty();
    final List<ChargeEvent> announced = new CopyOnWriteArrayList<>();
    final Map<CallId, Statement> statements = new ConcurrentHashMap<>();
    final Map<CallId, Integer> asked = new ConcurrentHashMap<>();
    private final MovingClock clock = new MovingClock();
    private final UlidSource ids = new UlidSource(clock, new Random(7));
    final RunId run = ids.nextRun();
    Ledger ledger;
    private final CostConfig config;
    private volatile boolean brokerDown;

    Scenario() {
        this(Settings.defaults());
    }

    Scenario(CostConfig config) {
        this.config = config;
        this.ledger = start();
    }

    private Ledger start() {
        PricedBook book =
                new PricedBook(BOOK, 1, "USD", START, "test", Map.of(LARGE, Rates.flat(ModelPrice.usd("2.5", "10"))));
        Ledger.World world = new Ledger.World(version -> book, this::publish, SIM::equals, this::ask, ids, clock);
        return new Ledger(new Transactions(database), world, config);
    }

    private static final class MovingClock extends Clock {
        private volatile Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private void publish(List<Outgoing> events) {
        if (brokerDown) {
            throw new IllegalStateException("the broker is down");
        }
        events.forEach(event -> announced.add((ChargeEvent) event.event()));
    }

    private Statement ask(CallId call, ConnectionId connection) throws IOException {
        asked.merge(call, 1, Integer::sum);
        return Optional.ofNullable(statements.get(call)).orElseThrow(() -> new IOException("unreachable"));
    }

    void breakBroker(boolean down) {
        brokerDown = down;
    }

    /** The service dies, and another one takes over its database. */
    void restart() {
        ledger.close();
        ledger = start();
    }

    void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    CallId call() {
        return ids.nextCall();
    }

    AttemptId attempt(int item) {
        return new AttemptId(new TaskId(run, 0, item, 0), 1);
    }

    RunEvent.Planned planned() {
        return planned(null);
    }

    RunEvent.Planned planned(Money budget) {
        List<ModelUse> models = List.of(use(LARGE, 128), use(FREE_OF_PRICE, null));
        PipelineSpec pipeline = new PipelineSpec("whole", List.of());
        BenchmarkDefinition benchmark = new BenchmarkDefinition(
                "sums",
                "1",
                new DatasetRef(ContentHash.of("sums"), 1_000_000),
                List.of(Message.user("{{ question }}")),
                "answer",
                null,
                "category",
                List.of(pipeline),
                List.of(new MetricSpec("exact", "exact_match", "whole", Map.of())),
                null,
                null);
        RunDefinition definition = new RunDefinition(
                run,
                GROUP,
                "a run",
                benchmark,
                models,
                1_000_000,
                1,
                7,
                budget,
                BOOK,
                new AttemptPolicy(3, 60_000),
                Map.of(),
                null,
                List.of(),
                List.of());
        return new RunEvent.Planned(event(), clock.now, GROUP, run, definition, ContentHash.of("manifest"));
    }

    private static ModelUse use(ModelId model, Integer maxTokens) {
        return new ModelUse(
                model,
                SIM,
                new PoolId("sim-pool"),
                model.value(),
                new GenerationParameters(null, null, maxTokens, List.of(), null, false, Map.of()));
    }

    private EventId event() {
        return ids.nextEvent();
    }

    RunEvent.CallLost lost(CallId call) {
        return lost(call, Duration.ZERO);
    }

    /** A lost call that its worker, should it live, may begin for so long. */
    RunEvent.CallLost lost(CallId call, Duration open) {
        return new RunEvent.CallLost(
                event(), clock.now, GROUP, run, attempt(0), call, LARGE, SIM, clock.now.plus(open));
    }

    RunEvent.Settled settled(long calls) {
        return new RunEvent.Settled(event(), clock.now, GROUP, run, calls, calls);
    }

    AttemptOutcome outcome(CallId call, ModelId model, Outcome outcome) {
        return new AttemptOutcome(
                event(),
                clock.now,
                GROUP,
                run,
                attempt(0),
                call,
                new WorkerId("worker-1"),
                new PoolId("sim-pool"),
                model,
                new SampleContext("item", null, List.of("42"), List.of()),
                true,
                outcome,
                null,
                Map.of());
    }

    AttemptOutcome answered(CallId call, long input, long output) {
        return outcome(call, LARGE, new Outcome.Answered("42", "stop", Usage.of(input, output)));
    }

    AttemptOutcome failed(CallId call, FailureKind kind, Integer status) {
        return outcome(call, LARGE, new Outcome.Failed(kind, "it failed", status, null));
    }

    void take(AttemptOutcome... outcomes) throws SQLException {
        ledger.outcomes().take(List.of(outcomes));
    }

    void take(RunEvent... events) throws SQLException {
        ledger.runEvents().take(List.of(events));
    }

    /** Charges as somebody knows them who read all announcements: the last one of a call holds. */
    Map<CallId, Charge> charges() {
        Map<CallId, Charge> charges = new ConcurrentHashMap<>();
        for (ChargeEvent event : announced) {
            if (event instanceof ChargeEvent.CallsCharged calls) {
                calls.charges().forEach(charge -> charges.put(charge.callId(), charge));
            }
        }
        return charges;
    }

    List<ChargeEvent.RunCharged> runCharged() {
        return all(ChargeEvent.RunCharged.class);
    }

    List<ChargeEvent.RunSpent> runSpent() {
        return all(ChargeEvent.RunSpent.class);
    }

    private <E extends ChargeEvent> List<E> all(Class<E> type) {
        return announced.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Rows of a query, as text. */
    List<String> rows(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                java.sql.Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    cells.add(rows.getString(column));
                }
                found.add(String.join("|", cells.stream().map(String::valueOf).toList()));
            }
            return found;
        }
    }

    /** The whole ledger, line by line. */
    List<String> lines() throws SQLException {
        return rows("select * from ledger_entry order by call_id, seq");
    }

    @Override
    public void close() {
        ledger.close();
    }
}
