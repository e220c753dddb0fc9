package dev.assay.gateway.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.assay.contracts.json.EventJson;
import dev.assay.gateway.runs.RunView;
import dev.assay.gateway.runs.Runs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/**
 * Tells followers of changes. {@link #look} does the work and is called by one thread; followers come and go on any.
 */
final class LiveRuns {

    static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** After that a follower has to show its key again. */
    static final Duration LONGEST = Duration.ofHours(1);

    private final Runs runs;
    private final Clock clock;
    private final Set<Follower> followers = new CopyOnWriteArraySet<>();
    private final Map<Long, RunView> last = new HashMap<>();
    private Instant lastHeartbeat = Instant.EPOCH;

    LiveRuns(Runs runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    void add(Follower follower) {
        followers.add(follower);
    }

    void remove(Follower follower) {
        followers.remove(follower);
    }

    int followers() {
        return followers.size();
    }

    /** Looks at the runs that matter to somebody and tells what has changed since the last look. */
    synchronized void look() {
        if (followers.isEmpty()) {
            last.clear();
            return;
        }
        Set<Long> wanted = new HashSet<>(last.keySet());
        followers.stream().map(Follower::run).filter(Objects::nonNull).forEach(wanted::add);
        List<Runs.Keyed> now = runs.watched(List.copyOf(wanted));
        for (Runs.Keyed run : now) {
            RunView before = last.put(run.key(), run.view());
            if (!run.view().equals(before)) {
                tell(run);
            } else {
                tellNewcomers(run);
            }
            if (run.view().state().isFinal()) {
                last.remove(run.key());
            }
        }
        signOfLife();
    }

    private void tell(Runs.Keyed run) {
        String json = json(run.view());
        for (Follower follower : followers) {
            if (follower.follows(run.key(), run.view())) {
                send(follower, run, json);
            }
        }
    }

    /** Somebody who came between two looks has got the state at once; only an end is news to all. */
    private void tellNewcomers(Runs.Keyed run) {
        if (run.view().state().isFinal()) {
            String json = json(run.view());
            followers.stream()
                    .filter(follower -> follower.followsOnly(run.key()) && follower.follows(run.key(), run.view()))
                    .forEach(follower -> send(follower, run, json));
        }
    }

    private static void send(Follower follower, Runs.Keyed run, String json) {
        if (run.view().state().isFinal() && follower.followsOnly(run.key())) {
            follower.sink().end(run.view(), json);
        } else {
            follower.sink().run(run.view(), json);
        }
    }

    private void signOfLife() {
        Instant now = clock.instant();
        if (lastHeartbeat.plus(HEARTBEAT).isBefore(now)) {
            lastHeartbeat = now;
            followers.forEach(follower -> follower.sink().heartbeat());
        }
        followers.stream()
                .filter(follower -> follower.since().plus(LONGEST).isBefore(now))
                .forEach(follower -> follower.sink().close());
    }

    static String json(RunView view) {
        try {
            return EventJson.mapper().writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view can always be written", e);
        }
    }
}
