package dev.assay.workers.attempt;

import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.registry.Connection;
import dev.assay.contracts.registry.Pool;
import dev.assay.contracts.registry.RunControl;
import dev.assay.messaging.control.ControlMirror;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Consumer;

/** The control topic's mirror, as workers look at it. */
@ApplicationScoped
class MirroredControl implements ControlView {

    private final ControlMirror mirror;

    MirroredControl(ControlMirror mirror) {
        this.mirror = mirror;
    }

    @Override
    public Optional<Connection> connection(ConnectionId id) {
        return mirror.connection(id);
    }

    @Override
    public Optional<Pool> pool(PoolId id) {
        return mirror.pool(id);
    }

    @Override
    public boolean mayCall(RunId run) {
        return mirror.mayCall(run);
    }

    @Override
    public boolean isOver(RunId run) {
        return mirror.run(run).map(control -> control.state().isFinal()).orElse(false);
    }

    @Override
    public void onRunOver(Consumer<RunId> listener) {
        // For as long as the process lives, as the runner that listens.
        var unused = mirror.onChange(record -> {
            if (record instanceof RunControl control && control.state().isFinal()) {
                listener.accept(control.run());
            }
        });
    }
}
