package dev.assay.benchmarks.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.benchmarks.dataset.DatasetReader;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.naming.NearestNames;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.DatasetRef;
import dev.assay.contracts.spec.BenchmarkSpec;
import dev.assay.contracts.spec.Definitions;
import dev.assay.contracts.spec.Parsed;
import dev.assay.contracts.spec.RunSpec;
import dev.assay.contracts.spec.RunSpecReader;
import dev.assay.contracts.spec.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** All built-in benchmarks. Immutable and safe for use by many threads. */
public final class Catalogue {

    private final Map<String, BuiltInBenchmark> benchmarks;

    private Catalogue(Map<String, BuiltInBenchmark> benchmarks) {
        this.benchmarks = Collections.unmodifiableMap(new LinkedHashMap<>(benchmarks));
    }

    /**
     * Reads and checks every definition and all its items, which takes some tens of milliseconds: once in a process.
     *
     * @throws IllegalStateException if a built-in benchmark is wrong, which the tests of this module rule out
     */
    public static Catalogue load() {
        RunSpecReader reader = new RunSpecReader(Vocabulary.standard());
        Map<String, BuiltInBenchmark> benchmarks = new LinkedHashMap<>();
        for (String name : CatalogueFiles.names()) {
            benchmarks.put(name, read(name, reader));
        }
        return new Catalogue(benchmarks);
    }

    /** All benchmarks in the catalogue's order. */
    public List<BuiltInBenchmark> all() {
        return List.copyOf(benchmarks.values());
    }

    public Optional<BuiltInBenchmark> find(String name) {
        return Optional.ofNullable(benchmarks.get(name));
    }

    /** The remedy for a name that {@link #find} does not know: what was probably meant, and what there is. */
    public String remedyForUnknown(String name) {
        return "use one of " + String.join(", ", benchmarks.keySet()) + ", or describe a benchmark of your own."
                + NearestNames.hint(name, benchmarks.keySet());
    }

    private static BuiltInBenchmark read(String name, RunSpecReader reader) {
        String yaml = CatalogueFiles.definition(name);
        Map<?, ?> written = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        RunSpec spec = spec(name, written, reader);
        if (!(spec.benchmark() instanceof BenchmarkSpec.Custom custom)
                || !custom.name().equals(name)) {
            throw new IllegalStateException("the built-in benchmark " + name + " has another name in its definition");
        }
        BenchmarkDefinition definition = Definitions.custom(spec, custom, dataset(name));
        return new BuiltInBenchmark(definition, String.valueOf(written.get("description")), yaml);
    }

    /** Reads the definition as the benchmark of a run, so that it has to be right in every way that a user's has. */
    private static RunSpec spec(String name, Map<?, ?> written, RunSpecReader reader) {
        Map<Object, Object> benchmark = new LinkedHashMap<>(written);
        benchmark.remove("description");
        Map<String, Object> run = Map.of("benchmark", benchmark, "models", new ArrayList<>(List.of("any")));
        try {
            return switch (reader.read(new ObjectMapper().writeValueAsString(run), name + ".json")) {
                case Parsed.Valid<RunSpec> valid -> valid.value();
                case Parsed.Invalid<RunSpec> invalid ->
                    throw new IllegalStateException("the built-in benchmark " + name + " is wrong: " + invalid.text());
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what YAML holds can be written as JSON", e);
        }
    }

    private static DatasetRef dataset(String name) {
        try (DatasetReader items = CatalogueFiles.items(name)) {
            items.forEachRemaining(item -> {});
            return new DatasetRef(new ContentHash(items.contentHash()), items.count());
        }
    }
}
