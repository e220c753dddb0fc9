package dev.assay.gateway.arena;

import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.naming.NearestNames;
import dev.assay.gateway.access.Caller;
import dev.assay.gateway.access.Scope;
import dev.assay.gateway.problem.Finding;
import dev.assay.gateway.problem.Refusal;
import dev.assay.gateway.runs.Runs;
import dev.assay.gateway.runs.StoredRun;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a new arena is to be. */
@Schema(name = "ArenaRequest")
record ArenaRequest(
        @Schema(examples = "which one writes better") @Nullable
        String name,

        @Schema(
                description =
                        "Whose answers take part, as long as they are of one group and were given to the same data."
                                + " None: the arena has only the votes that are imported.")
        @Nullable
        List<SideRequest> sides) {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_SIDES = 50;

    /** A run, or one of its models. */
    @Schema(name = "ArenaSide")
    record SideRequest(
            @Schema(description = "A finished run: its id, the beginning of it, or latest.") @Nullable
            String run,

            @Schema(description = "One of the run's models; by default all of them.") @Nullable
            String model,

            @Schema(description = "What the model is called in the arena, if not by its own name.") @Nullable
            String name) {}

    /** The sides, resolved; of one group. */
    record Resolved(String name, GroupId group, List<Arena.Side> sides) {}

    /** @throws Refusal that names everything that is wrong */
    Resolved resolve(Caller caller, Runs runs) {
        List<Finding> findings = new ArrayList<>();
        String given = name == null ? "" : name.strip();
        if (given.isEmpty() || given.length() > LONGEST_NAME) {
            findings.add(
                    Finding.at("name", "must be a text of 1 to " + LONGEST_NAME + " characters", "Name the arena."));
        }
        List<Arena.Side> found = new ArrayList<>();
        List<SideRequest> wanted = sides == null ? List.of() : sides;
        for (int i = 0; i < wanted.size() && i <= MOST_SIDES; i++) {
            found.addAll(sides(caller.scope(), runs, wanted.get(i), "sides[" + i + "]", findings));
        }
        if (findings.isEmpty()) {
            check(found, findings);
        }
        if (!findings.isEmpty()) {
            throw Refusal.invalid(findings);
        }
        GroupId group =
                found.isEmpty() ? caller.group() : found.getFirst().run().group();
        return new Resolved(given, group, named(found));
    }

    private static List<Arena.Side> sides(
            Scope scope, Runs runs, SideRequest side, String path, List<Finding> findings) {
        String runName = side.run() == null ? "" : side.run();
        StoredRun run;
        try {
            run = runs.find(scope, runName);
        } catch (Refusal e) {
            findings.add(Finding.at(path + ".run", e.problem().detail(), "List runs with GET /api/v1/runs."));
            return List.of();
        }
        if (!run.state().isFinal()) {
            findings.add(
                    Finding.at(path + ".run", "the run has not ended", "Wait for its end: its answers still come."));
            return List.of();
        }
        List<String> models = run.definition().models().stream()
                .map(use -> use.id())
                .map(ModelId::value)
                .toList();
        String model = side.model();
        if (model == null) {
            if (side.name() != null && models.size() > 1) {
                findings.add(Finding.at(path + ".name", "the run has several models", "Name one of them in model."));
            }
            List<Arena.Side> all = new ArrayList<>();
            for (int i = 0; i < models.size(); i++) {
                all.add(new Arena.Side(run, i, side.name() == null ? models.get(i) : side.name()));
            }
            return all;
        }
        int place = models.indexOf(model);
        if (place < 0) {
            findings.add(Finding.at(
                    path + ".model",
                    "the run has no model '" + model + "'",
                    "It has " + String.join(", ", models) + "." + NearestNames.hint(model, Set.copyOf(models))));
            return List.of();
        }
        return List.of(new Arena.Side(run, place, side.name() == null ? model : side.name()));
    }

    private static void check(List<Arena.Side> found, List<Finding> findings) {
        if (found.size() == 1) {
            findings.add(
                    Finding.at("sides", "there is one model only", "Name another run or model to compare it with."));
        }
        if (found.size() > MOST_SIDES) {
            findings.add(Finding.at("sides", "there are more than " + MOST_SIDES + " models", "Name fewer."));
        }
        if (found.stream().map(side -> side.run().group()).distinct().count() > 1) {
            findings.add(Finding.at("sides", "the runs belong to several groups", "Name runs of one group."));
        }
        Set<List<Object>> seen = new HashSet<>();
        for (Arena.Side side : found) {
            if (side.name().isBlank() || side.name().length() > LONGEST_NAME) {
                findings.add(Finding.at("sides", "a name has 1 to " + LONGEST_NAME + " characters", "Correct it."));
            }
            if (!seen.add(List.of(side.run().key(), side.model()))) {
                findings.add(Finding.at(
                        "sides", "the model '" + side.name() + "' of one run is named twice", "Leave one out."));
            }
        }
    }

    /** Models of one name are told apart by their runs. */
    private static List<Arena.Side> named(List<Arena.Side> sides) {
        Map<String, Integer> uses = new LinkedHashMap<>();
        sides.forEach(side -> uses.merge(side.name(), 1, Integer::sum));
        return sides.stream()
                .map(side -> uses.getOrDefault(side.name(), 0) < 2
                        ? side
                        : new Arena.Side(
                                side.run(),
                                side.model(),
                                side.name() + " in " + side.run().id()))
                .toList();
    }
}
