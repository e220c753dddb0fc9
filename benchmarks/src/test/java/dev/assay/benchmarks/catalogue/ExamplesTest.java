package dev.assay.benchmarks.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.benchmarks.dataset.DatasetFormat;
import dev.assay.benchmarks.dataset.DatasetItem;
import dev.assay.benchmarks.dataset.DatasetReader;
import dev.assay.benchmarks.sample.Sample;
import dev.assay.benchmarks.sample.SampleTemplates;
import dev.assay.benchmarks.template.TemplateEngine;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.DatasetRef;
import dev.assay.contracts.run.Message;
import dev.assay.contracts.spec.BenchmarkSpec;
import dev.assay.contracts.spec.DatasetSource;
import dev.assay.contracts.spec.Definitions;
import dev.assay.contracts.spec.GatePolicyReader;
import dev.assay.contracts.spec.Parsed;
import dev.assay.contracts.spec.PlatformFile;
import dev.assay.contracts.spec.PlatformFileReader;
import dev.assay.contracts.spec.RunSpec;
import dev.assay.contracts.spec.RunSpecReader;
import dev.assay.contracts.spec.Vocabulary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files under examples/ can be used as they are. */
class ExamplesTest {

    private static final Path EXAMPLES = Path.of("../examples");

    @ParameterizedTest
    @ValueSource(strings = {"built-in.yaml", "custom-endpoint.yaml"})
    void examples_with_a_built_in_benchmark_name_one_that_exists(String file) throws IOException {
        assertThat(Catalogue.load().find(read(file).benchmark().name())).isPresent();
    }

    @Test
    void the_first_run_can_be_asked_as_it_is() throws IOException {
        // Given
        RunSpec spec = read("my-first-run.yaml");

        // When
        List<Sample> samples = samples(spec);

        // Then
        assertThat(samples).hasSize(8);
        assertThat(samples.getFirst().messages().getFirst().content())
                .isEqualTo(
                        "A box holds 12 eggs. How many eggs are in 4 boxes?\n\nEnd with the sentence \"The answer is N.\"");
        assertThat(samples.getFirst().context().references()).containsExactly("48");
        assertThat(samples.getFirst().context().category()).isEqualTo("multiplying");
    }

    @ParameterizedTest
    @CsvSource({"gsm8k.yaml,1319,18", "mmlu-csv.yaml,152,A", "mmlu-pro.yaml,420,C", "mmlu-loglikelihood.yaml,152,A"})
    void examples_with_real_data_can_be_asked_where_the_data_is(String file, int items, String firstReference)
            throws IOException {
        // Given
        RunSpec spec = read(file);
        assumeThat(dataFile(spec)).exists();

        // When
        List<Sample> samples = samples(spec);

        // Then
        assertThat(samples).hasSize(items);
        assertThat(samples.getFirst().context().references()).containsExactly(firstReference);
    }

    @Test
    void texts_can_be_judged_as_they_are() throws IOException {
        // When
        Sample choice = samples(read("loglikelihood.yaml")).getFirst();
        Sample text = samples(read("perplexity.yaml")).getFirst();

        // Then
        assertThat(choice.messages().getFirst().content())
                .isEqualTo("Question: What is true?\nAnswer: Ice melts because it gets");
        assertThat(choice.context().choices()).containsExactly("warm", "loud", "late", "tired");
        assertThat(text.messages()).containsExactly(Message.user(""));
        assertThat(text.context().references().getFirst()).startsWith("The kettle was on");
    }

    @Test
    void the_platform_file_is_right() throws IOException {
        assertThat(new PlatformFileReader(java.util.Set.of())
                        .read(Files.readAllBytes(EXAMPLES.resolve("platform.yaml")), "platform.yaml"))
                .isInstanceOf(Parsed.Valid.class)
                .extracting(
                        parsed -> ((Parsed.Valid<PlatformFile>) parsed).value().models())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(1);
    }

    @Test
    void the_gate_policy_is_right() throws IOException {
        assertThat(new GatePolicyReader().read(Files.readAllBytes(EXAMPLES.resolve("gate.yaml")), "gate.yaml"))
                .isInstanceOf(Parsed.Valid.class);
    }

    @Test
    void the_readme_names_every_example() throws IOException {
        // Given
        String readme = Files.readString(EXAMPLES.resolve("README.md"));

        // Then
        try (var files = Files.list(EXAMPLES)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml")))
                    .allSatisfy(name -> assertThat(readme).contains("[" + name + "](" + name + ")"));
        }
    }

    private static RunSpec read(String file) throws IOException {
        Parsed<RunSpec> parsed =
                new RunSpecReader(Vocabulary.standard()).read(Files.readAllBytes(EXAMPLES.resolve(file)), file);
        return switch (parsed) {
            case Parsed.Valid<RunSpec> valid -> valid.value();
            case Parsed.Invalid<RunSpec> invalid -> throw new AssertionError(invalid.text());
        };
    }

    private static Path dataFile(RunSpec spec) {
        return EXAMPLES.resolve(((DatasetSource.File) custom(spec).dataset()).path());
    }

    private static BenchmarkSpec.Custom custom(RunSpec spec) {
        return (BenchmarkSpec.Custom) spec.benchmark();
    }

    private static List<Sample> samples(RunSpec spec) throws IOException {
        BenchmarkDefinition definition =
                Definitions.custom(spec, custom(spec), new DatasetRef(ContentHash.of("any"), 1));
        SampleTemplates templates = SampleTemplates.compile(definition, new TemplateEngine());
        List<Sample> samples = new ArrayList<>();
        try (DatasetReader reader = DatasetReader.open(data(spec), format(spec), templates.requiredFields())) {
            while (reader.hasNext()) {
                DatasetItem item = reader.next();
                samples.add(templates.render(item.id(), item.fields()));
            }
        }
        return samples;
    }

    private static DatasetFormat format(RunSpec spec) {
        return custom(spec).dataset() instanceof DatasetSource.File file
                ? DatasetFormat.ofFileName(file.path())
                : DatasetFormat.JSONL;
    }

    private static InputStream data(RunSpec spec) throws IOException {
        return custom(spec).dataset() instanceof DatasetSource.Inline inline
                ? new ByteArrayInputStream(inline.jsonLines().getBytes(StandardCharsets.UTF_8))
                : Files.newInputStream(dataFile(spec));
    }
}
