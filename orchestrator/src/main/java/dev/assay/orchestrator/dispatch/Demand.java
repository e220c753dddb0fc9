package dev.assay.orchestrator.dispatch;

import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.id.RunId;

/**
 * What one lane could send now.
 *
 * @param model the lane within its run
 * @param ready how many tasks may go now as far as the run is concerned, at least 1
 */
public record Demand(GroupId group, RunId run, int model, PoolId pool, int ready) {}
