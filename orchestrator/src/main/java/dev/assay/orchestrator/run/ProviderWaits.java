package dev.assay.orchestrator.run;

import dev.assay.contracts.event.ProviderWait;
import dev.assay.contracts.run.ModelUse;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Says of runs which models wait for their providers. Only what is longer than any pause of our own is worth it, and only
 * where nothing of the model is under way or could go; so it is said rarely, however many calls wait.
 */
final class ProviderWaits {

    private final OrchestrationPolicy policy;
    private final Announcements announce;

    ProviderWaits(OrchestrationPolicy policy, Announcements announce) {
        this.policy = policy;
        this.announce = announce;
    }

    /** @param canGo whether something of a lane could go now */
    void tell(ActiveRun run, Predicate<Lane> canGo, Instant now, Changes changes) {
        List<ProviderWait> said =
                run.waits.stream().filter(wait -> wait.until().isAfter(now)).toList();
        List<ProviderWait> waits = run.mayDispatch()
                ? run.lanes.stream()
                        .filter(lane -> lane.onTheirWay == 0 && !canGo.test(lane))
                        .flatMap(lane -> wait(run, lane, said, now))
                        .toList()
                : List.of();
        run.waits = waits;
        if (!waits.equals(said)) {
            changes.publish(announce.waiting(run, waits, now));
        }
    }

    private Stream<ProviderWait> wait(ActiveRun run, Lane lane, List<ProviderWait> said, Instant now) {
        ModelUse model = run.definition.lanes().get(lane.model);
        return lane
                .waiting
                .nextDue(now)
                .map(until -> new ProviderWait(model.id(), until, lane.askedToWait))
                // What was said stays until its time has come.
                .filter(wait -> wait.until().isAfter(now.plus(policy.longestPause())) || said.contains(wait))
                .stream();
    }
}
