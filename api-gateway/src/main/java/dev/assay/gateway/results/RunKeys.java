package dev.assay.gateway.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.run.ModelUse;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.gateway.database.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The short keys under which results are stored, and the size of each run's plan. Remembers the last thousand runs; both
 * never change. Thread-safe.
 */
public final class RunKeys {

    private static final Logger LOG = Logger.getLogger(RunKeys.class);
    private static final int REMEMBERED = 1000;

    private final Map<RunId, KnownRun> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RunId, KnownRun> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * A run and the size of its plan.
     *
     * @param models by their positions
     * @param lanes models, and judgements after them
     * @param items of its dataset
     * @param repeats in all forms of the items
     */
    record KnownRun(long key, List<ModelId> models, int lanes, int items, int repeats) {

        KnownRun {
            models = List.copyOf(models);
        }

        /** Whether the plan has such a task. One that is not in it has no place in the run's results. */
        boolean plans(TaskId task) {
            return task.model() < lanes && task.item() < items && task.repeat() < repeats;
        }
    }

    /**
     * Those runs that are known. A run's row is committed before its command is published, so events of an
     * unknown run belong to another installation; they are said in the log and left out.
     */
    Map<RunId, KnownRun> of(Connection connection, Collection<RunId> runs) throws SQLException {
        Map<RunId, KnownRun> keys = new HashMap<>();
        Set<RunId> missing = new TreeSet<>();
        synchronized (known) {
            for (RunId run : runs) {
                KnownRun key = known.get(run);
                if (key == null) {
                    missing.add(run);
                } else {
                    keys.put(run, key);
                }
            }
        }
        if (!missing.isEmpty()) {
            keys.putAll(load(connection, missing));
        }
        return keys;
    }

    private Map<RunId, KnownRun> load(Connection connection, Set<RunId> missing) throws SQLException {
        String[] ids = missing.stream().map(RunId::value).toArray(String[]::new);
        Map<RunId, KnownRun> found = new HashMap<>();
        var unused = Query.of("select run_key, definition from run where run_id = any(?)", (Object) ids)
                .list(connection, row -> {
                    RunDefinition run = definition(row.getString(2));
                    return found.put(
                            run.id(),
                            new KnownRun(
                                    row.getLong(1),
                                    run.models().stream().map(ModelUse::id).toList(),
                                    run.lanes().size(),
                                    run.benchmark().dataset().items(),
                                    run.repeats() * (1 + run.variants().size())));
                });
        synchronized (known) {
            known.putAll(found);
        }
        for (RunId run : missing) {
            if (!found.containsKey(run)) {
                LOG.warnf("Events of an unknown run were left out. runId=%s", run);
            }
        }
        return found;
    }

    private static RunDefinition definition(String json) throws SQLException {
        try {
            return EventJson.mapper().readValue(json, RunDefinition.class);
        } catch (JsonProcessingException e) {
            throw new SQLException("a stored run cannot be read", e);
        }
    }

    /** The keys alone. */
    static Set<Long> keys(Map<RunId, KnownRun> runs) {
        return runs.values().stream().map(KnownRun::key).collect(Collectors.toSet());
    }

    /** Says that something came for a sample that the run does not have. */
    static void leftOut(TaskId task) {
        LOG.warnf("An event is about a task that its run has not planned; it was left out. taskId=%s", task);
    }
}
