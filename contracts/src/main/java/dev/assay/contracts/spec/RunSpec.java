package dev.assay.contracts.spec;

import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.run.AttemptPolicy;
import dev.assay.contracts.run.VariantUse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A run as its author wrote it, with defaults filled in, and names of models and built-in benchmarks not yet looked up.
 *
 * @param name for people; by default the benchmark's name
 * @param group null if the text names none: the group of the key that submits it, else {@code default}
 * @param models each named once
 * @param repeats how often each item is asked, by default once
 * @param seed decides the order of items and which ones take part, by default 0, so that a spec without a seed gives the
 *     same run each time
 * @param limit at most so many items, the first ones in seeded order; null: all
 * @param scoring extraction and metrics that take the place of the benchmark's own; empty: the benchmark's hold
 * @param budget the most that the run may spend; null: no limit of its own
 * @param attempts by default 5 tries of 300 s each
 * @param stop the question whose answer ends the run early; null: all items are asked
 * @param variants other forms in which items are asked too
 * @param judges who judges the answers, each with a name of its own; empty: nobody
 */
public record RunSpec(
        String name,
        @Nullable GroupId group,
        BenchmarkSpec benchmark,
        List<ModelSpec> models,
        int repeats,
        long seed,
        @Nullable Integer limit,
        Scoring scoring,
        @Nullable Money budget,
        AttemptPolicy attempts,
        Map<String, String> tags,
        @Nullable StopSpec stop,
        List<VariantUse> variants,
        List<JudgeSpec> judges) {

    /** The most models that one run may have. */
    public static final int MOST_MODELS = 200;

    /** Five tries, each of which ends after 300 s at the latest. */
    public static final AttemptPolicy DEFAULT_ATTEMPTS = new AttemptPolicy(5, 300_000);

    public RunSpec {
        models = List.copyOf(models);
        variants = List.copyOf(variants);
        judges = List.copyOf(judges);
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
        if (models.isEmpty() || repeats < 1 || (limit != null && limit < 1)) {
            throw new IllegalArgumentException("a run has models, repeats and items");
        }
    }
}
