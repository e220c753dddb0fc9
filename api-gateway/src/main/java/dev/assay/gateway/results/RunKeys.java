package dev.assay.gateway.results;

import dev.assay.contracts.id.RunId;
import dev.assay.gateway.database.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * The short keys under which results are stored. Remembers the last thousand runs; a run never changes its key.
 * Thread-safe.
 */
public final class RunKeys {

    private static final Logger LOG = Logger.getLogger(RunKeys.class);
    private static final int REMEMBERED = 1000;

    private final Map<RunId, Long> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RunId, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * The keys of those runs that are known. A run's row is committed before its command is published, so events of an
     * unknown run belong to another installation; they are said in the log and left out.
     */
    Map<RunId, Long> of(Connection connection, Collection<RunId> runs) throws SQLException {
        Map<RunId, Long> keys = new HashMap<>();
        Set<RunId> missing = new TreeSet<>();
        synchronized (known) {
            for (RunId run : runs) {
                Long key = known.get(run);
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

    private Map<RunId, Long> load(Connection connection, Set<RunId> missing) throws SQLException {
        String[] ids = missing.stream().map(RunId::value).toArray(String[]::new);
        Map<RunId, Long> found = new HashMap<>();
        for (Map.Entry<RunId, Long> entry : Query.of(
                        "select run_id, run_key from run where run_id = any(?)", (Object) ids)
                .list(connection, row -> Map.entry(new RunId(row.getString(1)), row.getLong(2)))) {
            found.put(entry.getKey(), entry.getValue());
        }
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
}
