package dev.assay.gateway.comparison;

import dev.assay.contracts.run.ModelUse;
import dev.assay.gateway.runs.StoredRun;

/**
 * One model of one run.
 *
 * @param model the model's position in the run
 */
public record Side(StoredRun run, int model) {

    /** The run's id and the model's: what callers write. */
    public String label() {
        return run.id().value() + ":" + modelName();
    }

    /** The registered model. */
    public String modelName() {
        ModelUse use = run.definition().models().get(model);
        return use.id().value();
    }

    boolean isSame(Side other) {
        return run.key() == other.run.key() && model == other.model;
    }
}
