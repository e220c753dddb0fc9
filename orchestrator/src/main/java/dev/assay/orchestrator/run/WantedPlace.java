package dev.assay.orchestrator.run;

import dev.assay.contracts.id.RunId;

/**
 * A stretch of a judge's lane.
 *
 * @param from the first place
 * @param count how many there are at most
 */
public record WantedPlace(RunId run, int lane, long from, int count) {}
