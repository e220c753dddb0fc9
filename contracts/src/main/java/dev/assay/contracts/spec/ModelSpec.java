package dev.assay.contracts.spec;

import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.registry.RegisteredModel;
import dev.assay.contracts.run.GenerationParameters;
import dev.assay.contracts.run.ModelUse;

/** A model that a run names, and how it is to generate. */
public record ModelSpec(ModelId name, GenerationParameters parameters) {

    /** This use of the model that is registered under the name. */
    public ModelUse use(RegisteredModel registered, PoolId pool) {
        if (!registered.id().equals(name)) {
            throw new IllegalArgumentException(registered.id() + " is not the model " + name);
        }
        return new ModelUse(name, registered.connection(), pool, registered.providerModel(), parameters);
    }
}
