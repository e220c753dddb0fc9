package dev.assay.contracts.run;

import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PoolId;

/**
 * One model as a run uses it, resolved against the registry when the run was submitted.
 *
 * @param id the registered model
 * @param connection how its provider is reached
 * @param pool whose quota its calls use
 * @param providerModel what the provider calls it
 * @param parameters how it generates
 */
public record ModelUse(
        ModelId id, ConnectionId connection, PoolId pool, String providerModel, GenerationParameters parameters) {}
