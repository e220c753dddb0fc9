package dev.assay.simulator.chat;

import dev.assay.simulator.model.ModelSpec;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The models that are served, by name. A change holds for calls that are received after it. Thread-safe. */
public final class ModelCatalogue {

    private final Map<String, ServedModel> models = new ConcurrentHashMap<>();

    public ModelCatalogue(Collection<ModelSpec> specs) {
        specs.forEach(spec -> models.put(spec.name(), new ServedModel(spec)));
    }

    public Optional<ServedModel> find(String name) {
        return Optional.ofNullable(models.get(name));
    }

    /** All configurations in the order of their names. */
    public List<ModelSpec> specs() {
        return models.values().stream()
                .map(ServedModel::spec)
                .sorted(Comparator.comparing(ModelSpec::name))
                .toList();
    }

    /** Adds a model, or changes the one of that name; what its quota has seen so far goes on counting. */
    public void put(ModelSpec spec) {
        models.computeIfAbsent(spec.name(), name -> new ServedModel(spec)).become(spec);
    }
}
