package dev.assay.orchestrator.plan;

import dev.assay.benchmarks.template.TemplateEngine;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.SampleContext;
import dev.assay.orchestrator.dataset.DatasetStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Renders samples from stored datasets. The last few thousand renderings are kept, since models and repeats ask the
 * same items at about the same time. Used by the orchestrating thread only.
 */
@ApplicationScoped
class StoredSamples implements SampleSource {

    private static final int KEPT = 4_096;

    private final DatasetStore datasets;
    private final TemplateEngine engine = new TemplateEngine();
    private final Map<BenchmarkDefinition, ItemRenderer> renderers = new HashMap<>();
    private final Map<Key, Rendering> recent = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Rendering> eldest) {
            return size() > KEPT;
        }
    };

    private record Key(ContentHash dataset, ItemRenderer renderer, int item) {}

    StoredSamples(DatasetStore datasets) {
        this.datasets = datasets;
    }

    @Override
    public Map<TaskId, Rendering> render(RunDefinition run, Collection<TaskId> tasks) throws SQLException {
        ContentHash dataset = run.benchmark().dataset().hash();
        ItemRenderer renderer = renderer(run.benchmark());
        Set<Integer> missing = new TreeSet<>();
        for (TaskId task : tasks) {
            if (!recent.containsKey(new Key(dataset, renderer, task.item()))) {
                missing.add(task.item());
            }
        }
        Map<Integer, Rendering> fresh = new HashMap<>();
        if (!missing.isEmpty()) {
            datasets.items(dataset, missing)
                    .forEach((item, stored) -> fresh.put(item, renderer.render(stored.id(), stored.json())));
        }
        Map<TaskId, Rendering> renderings = new HashMap<>();
        for (TaskId task : tasks) {
            @Nullable Rendering known = fresh.get(task.item());
            renderings.put(task, known != null ? known : kept(new Key(dataset, renderer, task.item())));
        }
        fresh.forEach((item, rendering) -> recent.put(new Key(dataset, renderer, item), rendering));
        return renderings;
    }

    private Rendering kept(Key key) {
        return Objects.requireNonNullElseGet(
                recent.get(key),
                () -> new Rendering.Unrenderable(
                        new SampleContext("item-" + key.item(), null, List.of(), List.of()),
                        "item " + key.item() + " is not part of the dataset"));
    }

    private ItemRenderer renderer(BenchmarkDefinition benchmark) {
        if (renderers.size() > 64) {
            renderers.clear();
            recent.clear();
        }
        return renderers.computeIfAbsent(benchmark, unseen -> new ItemRenderer(unseen, engine));
    }
}
