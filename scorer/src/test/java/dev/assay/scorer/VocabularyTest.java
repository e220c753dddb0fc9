package dev.assay.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.scoring.counterfactual.CounterfactualRegistry;
import dev.assay.scoring.definition.Parameter;
import dev.assay.scoring.extraction.ExtractionPipeline;
import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.metric.MetricRegistry;
import dev.assay.scoring.metric.MetricType;
import dev.assay.scoring.robustness.PerturbationRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run spec may name, which other services check against, is what the scoring library has. */
class VocabularyTest {

    private static final Path GENERATED = Path.of("target", "vocabulary.json");

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void the_vocabulary_of_run_specs_is_that_of_the_registries() throws IOException {
        // Given
        ObjectNode registries = json.createObjectNode();
        ArrayNode filters = registries.putArray("filters");
        ExtractionPipeline.filters().forEach(f -> filters.add(described(f.name(), f.aliases(), f.parameters())));
        ArrayNode metrics = registries.putArray("metrics");
        MetricRegistry.standard().types().forEach(m -> metrics.add(described(m)));
        ArrayNode perturbations = registries.putArray("perturbations");
        PerturbationRegistry.standard()
                .types()
                .forEach(p -> perturbations.add(described(p.name(), List.of(), p.parameters())));
        ArrayNode counterfactuals = registries.putArray("counterfactuals");
        CounterfactualRegistry.standard()
                .types()
                .forEach(c -> counterfactuals.add(described(c.name(), List.of(), c.parameters())));
        String generated = json.writerWithDefaultPrettyPrinter().writeValueAsString(registries) + "\n";
        Files.createDirectories(GENERATED.getParent());
        Files.writeString(GENERATED, generated);

        // When
        String checkedIn;
        try (InputStream in = getClass().getResourceAsStream("/dev/assay/contracts/spec/vocabulary.json")) {
            checkedIn = json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(in)) + "\n";
        }

        // Then
        assertThat(checkedIn)
                .as("scorer/target/vocabulary.json is what contracts must hold")
                .isEqualTo(generated);
    }

    private ObjectNode described(MetricType metric) {
        ObjectNode word = described(metric.name(), List.of(), metric.parameters());
        // Its model is in an optional module, without which it cannot be made.
        boolean absent = metric.name().equals("embedding_similarity");
        boolean unit = metric.isUnit()
                && (absent
                        || !(MetricRegistry.standard()
                                        .create(metric.name(), "metrics")
                                        .metric()
                                instanceof CorpusMetric));
        return unit ? word.put("unit", true) : word;
    }

    private ObjectNode described(String name, List<String> aliases, List<Parameter> parameters) {
        ObjectNode word = json.createObjectNode().put("name", name);
        texts(word, "aliases", aliases);
        if (!parameters.isEmpty()) {
            ArrayNode list = word.putArray("parameters");
            for (Parameter parameter : parameters) {
                ObjectNode described = list.addObject().put("name", parameter.name());
                texts(described, "aliases", parameter.aliases());
                described.put("kind", parameter.kind().name()).put("required", parameter.required());
                texts(described, "allowed", parameter.allowed());
            }
        }
        return word;
    }

    private static void texts(ObjectNode owner, String field, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode list = owner.putArray(field);
            values.forEach(list::add);
        }
    }
}
