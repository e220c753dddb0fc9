package dev.assay.orchestrator.plan;

import dev.assay.benchmarks.template.TemplateEngine;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.SampleContext;
import dev.assay.contracts.run.VariantUse;
import dev.assay.orchestrator.dataset.DatasetStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
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
    private final Map<ItemRenderer.Forms, ItemRenderer> renderers = new HashMap<>();
    private final Map<Key, Rendering> recent = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Rendering> eldest) {
            return size() > KEPT;
        }
    };

    private record Key(
            ContentHash dataset,
            ItemRenderer renderer,
            int item,
            @Nullable VariantUse variant) {}

    /** One form of one item. */
    private record Form(int item, @Nullable VariantUse variant) {

        static Form of(RunDefinition run, TaskId task) {
            return new Form(task.item(), run.variantOf(task).orElse(null));
        }
    }

    StoredSamples(DatasetStore datasets) {
        this.datasets = datasets;
    }

    @Override
    public Map<TaskId, Rendering> render(RunDefinition run, Collection<TaskId> tasks) throws SQLException {
        ContentHash dataset = run.benchmark().dataset().hash();
        ItemRenderer renderer = renderer(ItemRenderer.Forms.of(run));
        Map<Integer, Set<Form>> missing = new TreeMap<>();
        for (TaskId task : tasks) {
            Form form = Form.of(run, task);
            if (!recent.containsKey(key(dataset, renderer, form))) {
                missing.computeIfAbsent(task.item(), item -> new HashSet<>()).add(form);
            }
        }
        Map<Form, Rendering> fresh = new HashMap<>();
        if (!missing.isEmpty()) {
            datasets.items(dataset, missing.keySet())
                    .forEach((item, stored) -> missing.getOrDefault(item, Set.of())
                            .forEach(form -> {
                                // The item as it is was asked at about the same time as its other forms.
                                Form asIs = new Form(item, null);
                                Rendering known = recent.get(key(dataset, renderer, asIs));
                                Rendering original = known != null
                                        ? known
                                        : fresh.computeIfAbsent(
                                                asIs, none -> renderer.render(stored.id(), stored.json()));
                                VariantUse variant = form.variant();
                                if (variant != null) {
                                    fresh.put(form, renderer.render(variant, original, stored.id(), stored.json()));
                                }
                            }));
        }
        Map<TaskId, Rendering> renderings = new HashMap<>();
        for (TaskId task : tasks) {
            Form form = Form.of(run, task);
            @Nullable Rendering known = fresh.get(form);
            renderings.put(task, known != null ? known : kept(key(dataset, renderer, form)));
        }
        fresh.forEach((form, rendering) -> recent.put(key(dataset, renderer, form), rendering));
        return renderings;
    }

    private static Key key(ContentHash dataset, ItemRenderer renderer, Form form) {
        return new Key(dataset, renderer, form.item(), form.variant());
    }

    private Rendering kept(Key key) {
        return Objects.requireNonNullElseGet(
                recent.get(key),
                () -> new Rendering.Unrenderable(
                        new SampleContext("item-" + key.item(), null, List.of(), List.of()),
                        "item " + key.item() + " is not part of the dataset"));
    }

    private ItemRenderer renderer(ItemRenderer.Forms forms) {
        if (renderers.size() > 64) {
            renderers.clear();
            recent.clear();
        }
        return renderers.computeIfAbsent(forms, unseen -> new ItemRenderer(unseen, engine));
    }
}
