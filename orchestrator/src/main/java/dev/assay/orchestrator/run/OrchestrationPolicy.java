package dev.assay.orchestrator.run;

import java.time.Duration;

/**
 * Times that the orchestration goes by.
 *
 * @param startWithin how long a dispatched task may take to begin
 * @param grace how much later than its limit a task is dispatched again, so that a worker's word arrives first
 * @param firstPause before the second try of a failed call; doubles with each further one
 * @param longestPause upper bound of that
 * @param reserve tasks in flight beyond the workers' slots, as a percentage of them
 * @param lead where calls end so fast that more than the reserve end within this time, that many are in flight instead
 * @param workerTimeout after which a worker that says nothing does not count
 * @param waitingPerLane how many tasks of a lane may wait for another try before no new ones are begun
 */
public record OrchestrationPolicy(
        Duration startWithin,
        Duration grace,
        Duration firstPause,
        Duration longestPause,
        int reserve,
        Duration lead,
        Duration workerTimeout,
        int waitingPerLane) {

    public static final OrchestrationPolicy DEFAULT = new OrchestrationPolicy(
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofMillis(500),
            Duration.ofSeconds(30),
            50,
            Duration.ofMillis(500),
            Duration.ofSeconds(5),
            1_000);

    /** The pause after a call failed: exponential in the tries that were used, or longer if the provider asked. */
    public Duration pauseAfter(int triesUsed, Duration asked) {
        int doublings = Math.min(triesUsed - 1, 16);
        Duration pause = firstPause.multipliedBy(1L << Math.max(0, doublings));
        Duration bounded = pause.compareTo(longestPause) > 0 ? longestPause : pause;
        return asked.compareTo(bounded) > 0 ? asked : bounded;
    }
}
