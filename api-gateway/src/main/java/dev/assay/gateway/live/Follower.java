package dev.assay.gateway.live;

import dev.assay.gateway.access.Scope;
import dev.assay.gateway.runs.RunView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who follows runs.
 *
 * @param run the key of the one run that is followed, or null for all
 * @param since when it began
 */
record Follower(Scope scope, @Nullable Long run, Instant since, Sink sink) {

    /** Where views go. */
    interface Sink {

        void run(RunView view, String json);

        /** The last view; the stream ends. */
        void end(RunView view, String json);

        /** A sign of life. */
        void heartbeat();

        /** The stream has lasted long enough; the client comes again. */
        void close();
    }

    boolean follows(long key, RunView view) {
        Long one = run;
        return scope.sees(view.group()) && (one == null || one == key);
    }

    boolean followsOnly(long key) {
        Long one = run;
        return one != null && one == key;
    }
}
