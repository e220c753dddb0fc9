package dev.assay.gateway.results;

import dev.assay.contracts.event.Charge;
import dev.assay.contracts.event.ChargeEvent;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.EventId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.money.Usage;
import dev.assay.gateway.database.Columns;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.database.Query;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stores ledger entries. Of a call the entry of the latest event is kept; totals move by the difference, in the same
 * transaction. A batch may come any number of times. Thread-safe.
 */
public final class ChargeStore {

    // Totals move by differences, so two writers of one run must not look at it at the same time.
    private static final String LOCK =
            "select run_key from run where run_key = any(?) order by run_key for no key update";

    private static final String CHARGES = """
            with incoming (run_key, call_id, model, item, repeat, attempt, status, estimated, input_tokens,
                           cached_tokens, output_tokens, reasoning_tokens, amount, event_id) as (
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)),
            before as (
                select c.run_key, c.call_id, c.status, c.amount
                from charge c join incoming i on c.run_key = i.run_key and c.call_id = i.call_id),
            stored as (
                insert into charge as known (run_key, call_id, model, item, repeat, attempt, status, estimated,
                        input_tokens, cached_tokens, output_tokens, reasoning_tokens, amount, event_id)
                select * from incoming order by run_key, call_id
                on conflict (run_key, call_id) do update
                set status = excluded.status, estimated = excluded.estimated, input_tokens = excluded.input_tokens,
                    cached_tokens = excluded.cached_tokens, output_tokens = excluded.output_tokens,
                    reasoning_tokens = excluded.reasoning_tokens, amount = excluded.amount,
                    event_id = excluded.event_id
                where known.event_id < excluded.event_id
                returning run_key, call_id, model, status, amount)
            insert into charge_total as total
                   (run_key, model, entries, confirmed, unconfirmed, voided, unpriced, amount)
            select s.run_key, s.model,
                   count(*) filter (where b.call_id is null),
                   count(*) filter (where s.status = 1) - count(*) filter (where b.status = 1),
                   count(*) filter (where s.status = 2) - count(*) filter (where b.status = 2),
                   count(*) filter (where s.status = 3) - count(*) filter (where b.status = 3),
                   count(*) filter (where s.status = 4) - count(*) filter (where b.status = 4),
                   coalesce(sum(s.amount), 0) - coalesce(sum(b.amount), 0)
            from stored s left join before b on b.run_key = s.run_key and b.call_id = s.call_id
            group by s.run_key, s.model order by s.run_key, s.model
            on conflict (run_key, model) do update
            set entries = total.entries + excluded.entries, confirmed = total.confirmed + excluded.confirmed,
                unconfirmed = total.unconfirmed + excluded.unconfirmed, voided = total.voided + excluded.voided,
                unpriced = total.unpriced + excluded.unpriced, amount = total.amount + excluded.amount
            """;

    private final Database database;
    private final RunKeys runs;

    public ChargeStore(Database database, RunKeys runs) {
        this.database = database;
        this.runs = runs;
    }

    /** The status that is stored under a code. */
    public static Charge.Status status(int code) {
        return ChargeStatusCode.status(code);
    }

    /** Stores a batch and returns the keys of the runs that it is about. */
    public Set<Long> store(List<ChargeEvent> batch) {
        return database.write(connection -> store(connection, batch));
    }

    private Set<Long> store(Connection connection, List<ChargeEvent> batch) throws SQLException {
        Set<RunId> named = new HashSet<>();
        Map<CallId, Entry> latest = new LinkedHashMap<>();
        for (ChargeEvent event : batch) {
            switch (event) {
                case ChargeEvent.CallsCharged charged -> {
                    named.add(charged.runId());
                    for (Charge charge : charged.charges()) {
                        latest.merge(charge.callId(), new Entry(charged.eventId(), charge), Entry::later);
                    }
                }
                case ChargeEvent.RunSpent spent -> {
                    // So does this, on the way.
                }
                case ChargeEvent.RunCharged charged -> {
                    // Says what the entries add up to: here they are counted as they come.
                }
                case ChargeEvent.Unrecognised unrecognised -> {
                    // A newer cost service says something that this version does not show.
                }
            }
        }
        Map<RunId, RunKeys.KnownRun> known = runs.of(connection, named);
        Columns columns = columns(known, latest);
        if (!columns.isEmpty()) {
            lock(connection, RunKeys.keys(known));
            try (PreparedStatement statement = connection.prepareStatement(CHARGES)) {
                columns.bind(connection, statement);
                statement.executeUpdate();
            }
        }
        return RunKeys.keys(known);
    }

    private static void lock(Connection connection, Set<Long> keys) throws SQLException {
        var unused = Query.of(LOCK, (Object) keys.toArray(new Long[0])).list(connection, row -> row.getLong(1));
    }

    private static Columns columns(Map<RunId, RunKeys.KnownRun> known, Map<CallId, Entry> latest) {
        Columns columns = Columns.of(
                "int8", "text", "int2", "int4", "int4", "int4", "int2", "bool", "int4", "int4", "int4", "int4",
                "numeric", "text");
        latest.values().forEach(entry -> {
            Charge charge = entry.charge();
            TaskId task = charge.attemptId().task();
            RunKeys.KnownRun run = known.get(task.run());
            if (run != null && !run.plans(task)) {
                RunKeys.leftOut(task);
            } else if (run != null) {
                Usage usage = charge.usage();
                columns.add(
                        run.key(),
                        charge.callId().value(),
                        (short) task.model(),
                        task.item(),
                        task.repeat(),
                        charge.attemptId().number(),
                        ChargeStatusCode.of(charge.status()),
                        usage.estimated(),
                        AttemptColumns.count(usage.inputTokens()),
                        AttemptColumns.count(usage.cachedInputTokens()),
                        AttemptColumns.count(usage.outputTokens()),
                        AttemptColumns.count(usage.reasoningTokens()),
                        charge.amount() == null
                                ? null
                                : charge.amount().amount().toPlainString(),
                        entry.event().value());
            }
        });
        return columns;
    }

    private record Entry(EventId event, Charge charge) {

        static Entry later(Entry a, Entry b) {
            return a.event().compareTo(b.event()) <= 0 ? b : a;
        }
    }
}
