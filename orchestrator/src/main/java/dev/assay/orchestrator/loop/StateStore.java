package dev.assay.orchestrator.loop;

import dev.assay.contracts.event.JudgeRequest;
import dev.assay.contracts.event.RunCommand;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import dev.assay.orchestrator.run.Changes;
import dev.assay.orchestrator.run.Orchestration;
import dev.assay.orchestrator.run.RunRow;
import dev.assay.orchestrator.run.WantedPlace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The orchestration's state in Postgres, over the one connection that holds the leader's lock: if it breaks, the lock
 * is gone and nothing can be written any more, so there is never a second writer.
 */
final class StateStore implements AutoCloseable {

    /** Any number that no other part of Assay locks. */
    private static final long LEADER_LOCK = 0x0A55A7;

    private final Connection connection;

    StateStore(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    /** Whether this connection is the leader's now. */
    boolean tryLead() throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            lock.setLong(1, LEADER_LOCK);
            try (ResultSet got = lock.executeQuery()) {
                got.next();
                boolean leads = got.getBoolean(1);
                connection.commit();
                return leads;
            }
        }
    }

    /** Fills an empty orchestration with what is stored. */
    void load(Orchestration orchestration, ConsumedOffsets offsets) throws SQLException {
        offsets.load(connection);
        for (RunRow row : RunTable.active(connection)) {
            RunId id = row.definition().id();
            orchestration.restore(row, RunTable.lanes(connection, id), TaskTable.read(connection, id));
        }
        connection.commit();
    }

    List<Outbox.Entry> leftInOutbox(Outbox outbox) throws SQLException {
        List<Outbox.Entry> left = outbox.left(connection);
        connection.commit();
        return left;
    }

    /** Takes a finished run up again for scoring; false if there is no such run. */
    boolean reopen(Orchestration orchestration, RunCommand.Rescore command, Instant now, Changes changes)
            throws SQLException {
        Optional<RunRow> row = RunTable.find(connection, command.runId());
        if (row.isEmpty() || !row.get().state().isFinal()) {
            return false;
        }
        orchestration.reopen(row.get(), RunTable.lanes(connection, command.runId()), command, now, changes);
        return true;
    }

    /** Whether a run is stored, finished ones included. */
    boolean knows(RunId id) throws SQLException {
        return RunTable.find(connection, id).isPresent();
    }

    /** Writes a turn's changes in one transaction. */
    List<Outbox.Entry> write(
            Changes changes, Orchestration orchestration, ConsumedOffsets offsets, Outbox outbox, Instant now)
            throws SQLException {
        for (RunId id : changes.newRuns()) {
            RunTable.insert(connection, orchestration.row(id), orchestration.lanes(id));
        }
        for (RunId id : changes.touchedRuns()) {
            RunTable.update(connection, orchestration.row(id), orchestration.lanes(id), now);
        }
        TaskTable.write(
                connection,
                changes.tasks(),
                run -> orchestration.row(run).definition().group());
        JudgeTable.insert(
                connection,
                changes.wanted(),
                run -> orchestration.row(run).definition().group());
        JudgeTable.settle(connection, settledJudgements(changes, orchestration));
        for (RunId id : changes.touchedRuns()) {
            RunRow row = orchestration.row(id);
            if (row.state().isFinal() && !row.definition().judges().isEmpty()) {
                JudgeTable.delete(connection, id);
            }
        }
        offsets.write(connection);
        outbox.deletePublished(connection);
        List<Outbox.Entry> entries = outbox.store(connection, changes.events());
        connection.commit();
        offsets.written();
        outbox.forgetDeleted();
        return entries;
    }

    private static List<TaskId> settledJudgements(Changes changes, Orchestration orchestration) {
        return changes.tasks().entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .filter(task -> orchestration.row(task.run()).definition().isJudgement(task))
                .toList();
    }

    /** Those of the judges' tasks that were wanted before. */
    Set<TaskId> wanted(Collection<TaskId> tasks) throws SQLException {
        return JudgeTable.known(connection, tasks);
    }

    /** Takes stored judges' tasks into memory where few are left. */
    void fillWanted(Orchestration orchestration) throws SQLException {
        for (WantedPlace place : orchestration.lackingWanted()) {
            orchestration.fillWanted(place, JudgeTable.at(connection, place));
        }
    }

    /** The answers that judges' tasks are about. */
    Map<TaskId, JudgeRequest> judgeRequests(Collection<TaskId> tasks) throws SQLException {
        return JudgeTable.requests(connection, tasks);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
