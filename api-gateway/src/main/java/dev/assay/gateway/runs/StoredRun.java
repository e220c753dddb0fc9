package dev.assay.gateway.runs;

import dev.assay.contracts.event.ProviderWait;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.RunState;
import dev.assay.gateway.results.Scoring;
import dev.assay.gateway.stop.Standing;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is stored.
 *
 * @param key under which its results are stored
 * @param currency of all its prices
 * @param manifest the hash that the plan was made from; null until it is planned
 * @param scoring of the current revision
 * @param finishedAt null until it is shown as ended
 * @param standing how the questions of its stop rule stand
 * @param waits of models for their providers, as was said last
 * @param changes counts what became known after the end
 */
public record StoredRun(
        long key,
        RunId id,
        GroupId group,
        String name,
        RunState state,
        @Nullable String reason,
        RunDefinition definition,
        Estimate estimate,
        String currency,
        @Nullable String manifest,
        Scoring scoring,
        int revision,
        Instant submittedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        Standing standing,
        List<ProviderWait> waits,
        long changes) {

    public StoredRun {
        waits = List.copyOf(waits);
    }

    /** Waits that are not over. */
    List<ProviderWait> waits(Instant now) {
        return state == RunState.RUNNING
                ? waits.stream().filter(wait -> wait.until().isAfter(now)).toList()
                : List.of();
    }

    /** The labels of all scores that samples can have: metrics first, then judges' grades. */
    public List<String> labels() {
        return Stream.concat(
                        scoring.metrics().stream().map(MetricSpec::label),
                        definition.judges().stream().flatMap(judge -> judge.labels().stream()))
                .toList();
    }

    /** The label of the metric by which models are ranked. */
    public String firstMetric() {
        MetricSpec first = scoring.metrics().getFirst();
        return first.label();
    }
}
