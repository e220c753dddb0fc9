package dev.assay.gateway.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.contracts.run.RunState;
import dev.assay.gateway.access.Scope;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.problem.Refusal;
import dev.assay.gateway.web.Cursor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Finds runs. Every method takes the caller's scope: a run of another group is not there. Thread-safe.
 */
public final class Runs {

    private static final String LATEST = "latest";
    private static final int SHORTEST_PREFIX = 4;
    private static final int ID_LENGTH = 26;
    private static final String IN_SCOPE = " (?::text is null or group_id = ?) ";
    private static final String SELECT = "select " + RunRows.COLUMNS + " from run where";

    private static final String PAGE = SELECT + IN_SCOPE + """
              and (?::text is null or group_id = ?) and (?::text is null or state = ?)
              and (?::text is null or strpos(lower(name), lower(?)) > 0)
              and (?::bigint is null or run_key < ?)
              order by run_key desc limit ?
              """;

    private final Database database;
    private final Clock clock;

    public Runs(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Which runs are listed; what is null does not matter. */
    public record Filter(
            @Nullable RunState state,
            @Nullable String group,
            @Nullable String name) {}

    /** Some runs, newest first, and where the next ones begin. */
    @Schema(name = "Runs")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(
            List<RunView> runs,

            @Schema(description = "Pass it as cursor to go on; absent at the end.") @Nullable
            String next) {}

    /**
     * The run that somebody names by its id, the unique beginning of it (at least four characters), or the word
     * {@code latest}.
     *
     * @throws Refusal if there is none in the scope
     */
    public StoredRun find(Scope scope, String name) {
        return database.read(connection -> find(connection, scope, name));
    }

    private static StoredRun find(Connection connection, Scope scope, String name) throws SQLException {
        if (name.equals(LATEST)) {
            return Query.of(SELECT + IN_SCOPE + "order by run_key desc limit 1", group(scope), group(scope))
                    .first(connection, RunRows::read)
                    .orElseThrow(() -> Refusal.notFound("there is no run yet"));
        }
        if (name.length() < SHORTEST_PREFIX || !name.matches("[0-9a-z]{1," + ID_LENGTH + "}")) {
            throw Refusal.notFound(
                    "there is no run with this id; write the id, its first characters (at least four), or latest");
        }
        List<StoredRun> found = Query.of(
                        SELECT + IN_SCOPE + "and run_id like ? order by run_key desc limit 2",
                        group(scope),
                        group(scope),
                        name + "%")
                .list(connection, RunRows::read);
        if (found.size() > 1) {
            throw Refusal.notFound("the ids of several runs begin like this; write more of it");
        }
        return found.stream().findFirst().orElseThrow(() -> Refusal.notFound("there is no run with this id"));
    }

    /** How that run stands. */
    public RunView view(Scope scope, String name) {
        return database.read(connection -> view(connection, find(connection, scope, name)));
    }

    private RunView view(Connection connection, StoredRun run) throws SQLException {
        return RunViews.of(connection, List.of(run), clock.instant()).getFirst();
    }

    public Page list(Scope scope, Filter filter, Optional<Cursor> after, int limit) {
        return database.read(connection -> {
            Long before = after.map(cursor -> cursor.number(0)).orElse(null);
            String state = filter.state() == null ? null : filter.state().name();
            List<StoredRun> found = Query.of(
                            PAGE,
                            group(scope),
                            group(scope),
                            filter.group(),
                            filter.group(),
                            state,
                            state,
                            filter.name(),
                            filter.name(),
                            before,
                            before,
                            limit + 1)
                    .list(connection, RunRows::read);
            List<StoredRun> page = found.size() > limit ? found.subList(0, limit) : found;
            String next =
                    found.size() > limit ? Cursor.after(page.getLast().key()).text() : null;
            return new Page(RunViews.of(connection, page, clock.instant()), next);
        });
    }

    /** Views of all runs that have not ended, and of those with these keys, of every group; for the live streams. */
    public List<Keyed> watched(List<Long> keys) {
        return database.read(connection -> {
            List<StoredRun> runs = Query.of(
                            SELECT + " finished_at is null or run_key = any(?) order by run_key",
                            (Object) keys.toArray(new Long[0]))
                    .list(connection, RunRows::read);
            List<RunView> views = RunViews.of(connection, runs, clock.instant());
            return IntStream.range(0, runs.size())
                    .mapToObj(i -> new Keyed(runs.get(i).key(), views.get(i)))
                    .toList();
        });
    }

    /** Runs in the scope that go on or ended less than a minute ago, oldest first: what a live list begins with. */
    public List<RunView> current(Scope scope, Instant now) {
        return database.read(connection -> RunViews.of(
                connection,
                Query.of(
                                SELECT + IN_SCOPE
                                        + "and (finished_at is null or finished_at > ?) order by run_key limit 200",
                                group(scope),
                                group(scope),
                                now.minusSeconds(60))
                        .list(connection, RunRows::read),
                now));
    }

    /** A view and the key that its run is stored under. */
    public record Keyed(long key, RunView view) {}

    private static @Nullable String group(Scope scope) {
        return scope.groupOrNull();
    }
}
