package dev.assay.gateway.arena;

import dev.assay.contracts.id.GroupId;
import dev.assay.gateway.problem.Refusal;
import dev.assay.gateway.runs.StoredRun;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An arena as it is stored.
 *
 * @param seed of what its battles show
 * @param comparisons how many battles there can be for each voter
 * @param changes counts what changed its votes
 * @param createdBy the key of whoever made it
 */
record Arena(
        long key,
        String id,
        GroupId group,
        String name,
        long seed,
        long comparisons,
        long changes,
        String createdBy,
        Instant createdAt) {

    /**
     * A model that takes part.
     *
     * @param number within the arena
     * @param run whose answers it shows; null if only files have votes on it
     * @param runModel its place in the run
     */
    record Model(int number, String name, @Nullable Long run, int runModel) {}

    /** A model of a run that is to take part. */
    record Side(StoredRun run, int model, String name) {}

    /** The name of a model by its number. */
    static String name(List<Model> models, int number) {
        return models.stream()
                .filter(model -> model.number() == number)
                .map(Model::name)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("the arena has no such model"));
    }
}
