package dev.assay.workers.attempt;

import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.registry.Connection;
import dev.assay.contracts.registry.Pool;
import java.util.Optional;
import java.util.function.Consumer;

/** What a worker has to know of the registry and of runs; as the control mirror tells it. Thread-safe. */
public interface ControlView {

    Optional<Connection> connection(ConnectionId id);

    Optional<Pool> pool(PoolId id);

    /** Whether a call of the run may begin. */
    boolean mayCall(RunId run);

    /** Whether the run has ended, so that calls under way are of no use. */
    boolean isOver(RunId run);

    /** Calls the listener for each run that ends from now on. */
    void onRunOver(Consumer<RunId> listener);
}
