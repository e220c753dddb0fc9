package dev.assay.orchestrator.loop;

import dev.assay.orchestrator.run.OrchestrationPolicy;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the orchestrator works. */
@ConfigMapping(prefix = "orchestrator")
interface OrchestratorConfig {

    /** How long a dispatched task may take to begin before it is given back. */
    @WithDefault("30s")
    Duration startWithin();

    /** How much later than its limit a task is dispatched again, so that a late word of its worker still counts. */
    @WithDefault("5s")
    Duration grace();

    /** Pause before a failed call is tried again; doubles with each further try. */
    @WithDefault("500ms")
    Duration firstPause();

    /** Longest pause between tries, unless the provider asks for more. */
    @WithDefault("30s")
    Duration longestPause();

    /** Tasks in flight beyond the workers' slots, in per cent of them, so that a free slot finds work at once. */
    @WithDefault("50")
    int reserve();

    /**
     * Fast calls end by the hundreds before word of them comes back. As many tasks as end within this time are in
     * flight beyond the slots if that is more than the reserve, up to three times the slots.
     */
    @WithDefault("500ms")
    Duration lead();

    /** After which time without a heartbeat a worker does not count. */
    @WithDefault("5s")
    Duration workerTimeout();

    /** How many tasks of one model may wait for another try before no new ones of it are begun. */
    @WithDefault("1000")
    int waitingPerLane();

    /** Longest time between two decisions while runs are active. */
    @WithDefault("20ms")
    Duration tick();

    default OrchestrationPolicy policy() {
        return new OrchestrationPolicy(
                startWithin(),
                grace(),
                firstPause(),
                longestPause(),
                reserve(),
                lead(),
                workerTimeout(),
                waitingPerLane());
    }
}
