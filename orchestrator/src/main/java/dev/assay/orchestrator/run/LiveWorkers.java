package dev.assay.orchestrator.run;

import dev.assay.contracts.event.WorkerHeartbeat;
import dev.assay.contracts.id.WorkerId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Which workers live, and how many slots they have together. Not thread-safe. */
public final class LiveWorkers {

    private record Seen(int slots, Instant at) {}

    private final Map<WorkerId, Seen> workers = new HashMap<>();

    void beat(WorkerHeartbeat heartbeat, Instant now) {
        if (heartbeat.draining()) {
            workers.remove(heartbeat.workerId());
        } else {
            workers.put(heartbeat.workerId(), new Seen(heartbeat.slots(), now));
        }
    }

    /** Slots of all workers that were heard of within the timeout. */
    int slots(Instant now, Duration timeout) {
        workers.values().removeIf(seen -> seen.at().plus(timeout).isBefore(now));
        return workers.values().stream().mapToInt(Seen::slots).sum();
    }
}
