package dev.assay.orchestrator.run;

import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.registry.Pool;
import java.util.Optional;

/** Looks a pool's limits up in the registry. */
@FunctionalInterface
public interface PoolLimits {

    Optional<Pool> of(PoolId pool);
}
