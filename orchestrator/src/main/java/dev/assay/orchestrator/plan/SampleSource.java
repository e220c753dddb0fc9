package dev.assay.orchestrator.plan;

import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.RunDefinition;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;

/** Gives the rendered samples of a run's tasks. */
public interface SampleSource {

    /**
     * Renders the samples of some tasks of one run.
     *
     * @return one entry for each task
     * @throws SQLException if the items cannot be read now
     */
    Map<TaskId, Rendering> render(RunDefinition run, Collection<TaskId> tasks) throws SQLException;
}
