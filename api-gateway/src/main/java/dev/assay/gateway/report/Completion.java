package dev.assay.gateway.report;

import dev.assay.contracts.id.RunId;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.database.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Shows a run as ended when everything that belongs to it is here: as many outcomes and ledger entries as the
 * orchestrator counted, a score for every answer, and the final aggregates. Called after every stored batch, so that
 * whichever of the consumers stores the last piece ends the run. Thread-safe, also over several gateways.
 */
public final class Completion {

    private static final Logger LOG = Logger.getLogger(Completion.class);

    /** How long a run whose results stand still is waited for. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    // A run that never settled has nothing to wait for: the orchestrator says so before it names a final state.
    private static final String ENDING = """
            select r.run_key from run r where r.run_key = any(?) and r.pending_state is not null
              and (r.settled_outcomes is null or (
                r.settled_outcomes <= (select coalesce(sum(answered + refused + failed + cancelled), 0)
                                       from outcome_count o where o.run_key = r.run_key)
                and r.settled_calls <= (select coalesce(sum(entries), 0)
                                        from charge_total t where t.run_key = r.run_key)
                and (select coalesce(sum(answered), 0) from outcome_count o
                     where o.run_key = r.run_key and o.model < r.answer_lanes)
                    <= (select coalesce(sum(scored), 0) from score_count s
                        where s.run_key = r.run_key and s.revision = r.revision)
                and (r.settled_outcomes = 0 or exists (
                     select from aggregate a where a.run_key = r.run_key and a.is_final))))
            """;

    private static final String END = """
            update run set state = pending_state, reason = pending_reason, finished_at = pending_at,
                           pending_state = null
            where run_key = ? and pending_state is not null and finished_at is null
            returning run_id
            """;

    private static final String PENDING = """
            select r.run_key,
                   (select coalesce(sum(answered + refused + failed + cancelled), 0)
                    from outcome_count o where o.run_key = r.run_key)
                   + (select coalesce(sum(scored), 0) from score_count s where s.run_key = r.run_key)
                   + (select coalesce(sum(entries), 0) from charge_total t where t.run_key = r.run_key)
            from run r where r.pending_state is not null
            """;

    private final Database database;
    private final Reports reports;
    private final Clock clock;
    private final Map<Long, Standing> standing = new HashMap<>();

    public Completion(Database database, Reports reports, Clock clock) {
        this.database = database;
        this.reports = reports;
        this.clock = clock;
    }

    /** Ends those of the runs that are complete, and marks what became known of others after their end. */
    public void check(Set<Long> runs) {
        if (runs.isEmpty()) {
            return;
        }
        database.change(connection -> {
            var unused = Query.of(
                            "update run set changes = changes + 1 where run_key = any(?) and finished_at is not null",
                            keys(runs))
                    .run(connection);
        });
        List<Long> ending =
                database.read(connection -> Query.of(ENDING, keys(runs)).list(connection, row -> row.getLong(1)));
        ending.forEach(this::end);
    }

    /**
     * To be called about once a second by one thread: ends complete runs that a crash left behind, and shows the state
     * of runs whose results have stood still for {@link #PATIENCE}.
     */
    public void sweep() {
        Map<Long, Long> pending = database.read(connection ->
                Query.of(PENDING).list(connection, row -> Map.entry(row.getLong(1), row.getLong(2))).stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        standing.keySet().retainAll(pending.keySet());
        if (pending.isEmpty()) {
            return;
        }
        check(pending.keySet());
        Instant now = clock.instant();
        pending.forEach((run, stored) -> {
            Standing known = standing.get(run);
            if (known == null || known.stored() != stored) {
                standing.put(run, new Standing(stored, now));
            } else if (known.since().plus(PATIENCE).isBefore(now)) {
                LOG.errorf("A run ended, but some of its results never arrived; it is shown as it is. runKey=%d", run);
                end(run);
            }
        });
    }

    private void end(long run) {
        boolean ended = database.write(connection -> ended(connection, run));
        if (ended) {
            makeReport(run);
        }
    }

    /** Makes the report before somebody asks for it. A failure must not stop the consumers: then it is made when asked. */
    private void makeReport(long run) {
        try {
            database.change(connection -> {
                var unused = reports.make(connection, run);
            });
        } catch (RuntimeException e) {
            LOG.errorf(e, "The report of a run could not be made in advance. runKey=%d", run);
        }
    }

    private static boolean ended(Connection connection, long run) throws SQLException {
        var id = Query.of(END, run).first(connection, row -> new RunId(row.getString(1)));
        id.ifPresent(runId -> LOG.infof("A run has ended. runId=%s", runId));
        return id.isPresent();
    }

    private static Object keys(Collection<Long> runs) {
        return runs.toArray(new Long[0]);
    }

    private record Standing(long stored, Instant since) {}
}
