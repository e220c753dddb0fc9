package dev.assay.simulator.log;

import java.util.SortedMap;

/**
 * The provider's word on one run at one moment.
 *
 * @param run the run, "" for calls that named none
 * @param counts over all models
 * @param byModel counts of each model
 * @param failedByStatus refused calls by HTTP status
 * @param firstCallMicros when the first call was received, in microseconds since 1970; 0 if none was
 * @param lastEndedMicros when the last call ended or was refused; 0 if none did
 * @param maxConcurrent most calls that were open at the same time
 * @param tasks distinct tasks that were called for
 */
public record RunStatement(
        String run,
        CallCounts counts,
        SortedMap<String, CallCounts> byModel,
        SortedMap<Integer, Long> failedByStatus,
        long firstCallMicros,
        long lastEndedMicros,
        int maxConcurrent,
        int tasks) {}
