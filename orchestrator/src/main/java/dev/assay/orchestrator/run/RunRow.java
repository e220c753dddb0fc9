package dev.assay.orchestrator.run;

import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.RunState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run, as stored.
 *
 * @param ending the final state that was decided while tasks were still on their way, or null
 * @param calls provider calls that were announced and are accounted for
 * @param revision of the scoring, from 1
 * @param spent what it has cost so far; only known if it has a budget
 */
public record RunRow(
        RunDefinition definition,
        ContentHash manifest,
        RunState state,
        @Nullable RunState ending,
        @Nullable String reason,
        long calls,
        int revision,
        boolean scored,
        boolean charged,
        Spent spent,
        Instant createdAt) {}
