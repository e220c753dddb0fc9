package dev.assay.gateway.comparison;

import dev.assay.contracts.naming.NearestNames;
import dev.assay.contracts.run.ModelUse;
import dev.assay.gateway.access.Scope;
import dev.assay.gateway.problem.Finding;
import dev.assay.gateway.problem.Refusal;
import dev.assay.gateway.runs.Runs;
import dev.assay.gateway.runs.StoredRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds what callers write as {@code RUN} or {@code RUN:MODEL}, within their scope. Thread-safe. */
public final class Sides {

    private static final int MOST = 20;

    private final Runs runs;

    public Sides(Runs runs) {
        this.runs = runs;
    }

    /**
     * All sides, the baseline first. A run alone stands for all of its models.
     *
     * @param baseline a side, or the name of a model that one side alone has; null: the first
     * @throws Refusal if a run is not there for the caller, a model is not in it, or fewer than two sides are left
     */
    List<Side> of(Scope scope, List<String> written, @Nullable String baseline) {
        List<Side> sides = new ArrayList<>();
        written.forEach(text -> all(scope, "side", text).forEach(side -> add(sides, side)));
        if (baseline != null && !baseline.isEmpty()) {
            Side first = named(sides, baseline).orElseGet(() -> one(scope, "baseline", baseline));
            sides.removeIf(first::isSame);
            sides.addFirst(first);
        }
        if (sides.size() < 2) {
            throw refused(
                    "side",
                    "a comparison has at least two sides, not " + sides.size(),
                    "Name two runs, two models as RUN:MODEL, or a run with several models.");
        }
        if (sides.size() > MOST) {
            throw refused(
                    "side",
                    "these are " + sides.size() + " sides",
                    "Compare " + MOST + " at most; name models as RUN:MODEL.");
        }
        return List.copyOf(sides);
    }

    /**
     * A single side.
     *
     * @param field to name if it is wrong
     */
    public Side one(Scope scope, String field, String text) {
        List<Side> found = all(scope, field, text);
        if (found.size() > 1) {
            throw refused(
                    field,
                    "the run has several models",
                    "Write RUN:MODEL with one of "
                            + String.join(
                                    ", ", found.stream().map(Side::modelName).toList()) + ".");
        }
        return found.getFirst();
    }

    /** A single side; of a run with several models, the one that is also the other side's. */
    public Side like(Scope scope, String field, String text, Side other) {
        List<Side> found = all(scope, field, text);
        return found.stream()
                .filter(side -> found.size() > 1 && side.modelName().equals(other.modelName()))
                .filter(side -> !side.isSame(other))
                .findFirst()
                .orElseGet(() -> one(scope, field, text));
    }

    private List<Side> all(Scope scope, String field, String text) {
        int colon = text.indexOf(':');
        StoredRun run = runs.find(scope, colon < 0 ? text : text.substring(0, colon));
        if (colon >= 0) {
            return List.of(new Side(run, model(run, field, text.substring(colon + 1))));
        }
        return IntStream.range(0, run.definition().models().size())
                .mapToObj(model -> new Side(run, model))
                .toList();
    }

    /** The position of a model of a run. @throws Refusal if it is not in it; it names the field */
    public static int model(StoredRun run, String field, String name) {
        List<String> names = run.definition().models().stream()
                .map(ModelUse::id)
                .map(Object::toString)
                .toList();
        int position = names.indexOf(name);
        if (position < 0) {
            throw refused(field, "run " + run.id() + " has no model '" + name + "'", NearestNames.remedy(name, names));
        }
        return position;
    }

    private static void add(List<Side> sides, Side side) {
        if (sides.stream().noneMatch(side::isSame)) {
            sides.add(side);
        }
    }

    private static Optional<Side> named(List<Side> sides, String model) {
        List<Side> found =
                sides.stream().filter(side -> side.modelName().equals(model)).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    static Refusal refused(String field, String message, String remedy) {
        return Refusal.invalid(Finding.at(field, message, remedy));
    }
}
