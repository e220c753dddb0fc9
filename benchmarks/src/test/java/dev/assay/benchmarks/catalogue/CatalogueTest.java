package dev.assay.benchmarks.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.benchmarks.dataset.DatasetItem;
import dev.assay.benchmarks.dataset.DatasetReader;
import dev.assay.benchmarks.sample.Sample;
import dev.assay.benchmarks.sample.SampleTemplates;
import dev.assay.benchmarks.template.TemplateEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final Catalogue CATALOGUE = Catalogue.load();

    @Test
    void the_index_names_every_folder() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/main/resources/benchmarks"))) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .sorted())
                    .containsExactlyElementsOf(CATALOGUE.all().stream()
                            .map(BuiltInBenchmark::name)
                            .sorted()
                            .toList());
        }
    }

    @Test
    void the_core_benchmark_has_480_items_and_a_pinned_dataset() {
        // Given
        BuiltInBenchmark core = CATALOGUE.find("assay-core").orElseThrow();

        // Then
        assertThat(core.definition().dataset().items()).isEqualTo(480);
        assertThat(core.definition().dataset().hash().toString()).contains("sha256:");
        assertThat(core.description()).startsWith("480 short questions");
        assertThat(items(core)).hasSize(480);
    }

    @Test
    void an_open_question_and_one_with_options_are_asked_as_intended() {
        // Given
        BuiltInBenchmark core = CATALOGUE.find("assay-core").orElseThrow();
        List<Sample> samples = samples(core);

        // Then
        assertThat(samples)
                .allSatisfy(sample -> assertThat(sample.context().references()).hasSize(1));
        assertThat(prompt(samples, "arithmetic-001"))
                .isEqualTo("A recipe for 6 people needs 630 grams of rice. How many grams are needed for 7 people?\n\n"
                        + "You may think first. End with the sentence \"The answer is X.\", where X is the bare answer,"
                        + " without a unit.");
        assertThat(prompt(samples, "reading-014"))
                .isEqualTo("The weather station above Dunmere is run by two people. Tomas reads the instruments in the"
                        + " morning and Oskar in the evening. In March the wind broke the mast, and for 33 hours no"
                        + " values were recorded.\n\nIn which month did the wind break the mast?\n"
                        + "A) December\nB) April\nC) November\nD) March\n\n"
                        + "You may think first. End with the sentence \"The answer is X.\", where X is the letter of the"
                        + " right option.");
    }

    private static String prompt(List<Sample> samples, String id) {
        Sample sample = samples.stream()
                .filter(each -> each.context().itemId().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(sample.messages()).hasSize(1);
        assertThat(sample.messages().getFirst().role()).isEqualTo("user");
        return sample.messages().getFirst().content();
    }

    @Test
    void every_item_of_every_benchmark_can_be_asked() {
        for (BuiltInBenchmark benchmark : CATALOGUE.all()) {
            assertThat(samples(benchmark))
                    .hasSize(benchmark.definition().dataset().items());
        }
    }

    @Test
    void an_unknown_name_gets_a_suggestion() {
        assertThat(CATALOGUE.find("asay-core")).isEmpty();
        assertThat(CATALOGUE.remedyForUnknown("asay-core"))
                .isEqualTo("use one of assay-core, assay-smoke, or describe a benchmark of your own."
                        + " Did you mean 'assay-core'?");
    }

    private static List<Sample> samples(BuiltInBenchmark benchmark) {
        SampleTemplates templates = SampleTemplates.compile(benchmark.definition(), new TemplateEngine());
        return items(benchmark).stream()
                .map(item -> templates.render(item.id(), item.fields()))
                .toList();
    }

    private static List<DatasetItem> items(BuiltInBenchmark benchmark) {
        List<DatasetItem> items = new ArrayList<>();
        try (DatasetReader reader = benchmark.openItems()) {
            reader.forEachRemaining(items::add);
        }
        return items;
    }
}
