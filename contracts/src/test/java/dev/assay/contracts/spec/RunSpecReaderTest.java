package dev.assay.contracts.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.run.AttemptPolicy;
import dev.assay.contracts.run.GenerationParameters;
import dev.assay.contracts.run.Message;
import dev.assay.contracts.run.PipelineSpec;
import dev.assay.contracts.run.StepSpec;
import dev.assay.contracts.run.SubgroupSpec;
import dev.assay.contracts.run.VariantUse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunSpecReaderTest {

    private final RunSpecReader reader = new RunSpecReader(Vocabulary.standard());

    @Test
    void the_smallest_run_gets_every_default() {
        // When
        RunSpec spec = read(SpecTexts.SMALL_RUN);

        // Then
        assertThat(spec)
                .isEqualTo(new RunSpec(
                        "arithmetic",
                        null,
                        new BenchmarkSpec.BuiltIn("arithmetic"),
                        List.of(new ModelSpec(new ModelId("sim-large"), GenerationParameters.DEFAULT)),
                        1,
                        0,
                        null,
                        Scoring.NONE,
                        null,
                        new AttemptPolicy(5, 300_000),
                        Map.of(),
                        null,
                        List.of(),
                        List.of()));
    }

    @Test
    void every_field_of_a_run_is_read() {
        // When
        RunSpec spec = read(SpecTexts.FULL_RUN);

        // Then
        assertThat(spec.name()).isEqualTo("before and after");
        assertThat(spec.group()).isEqualTo(new GroupId("vision-lab"));
        assertThat(spec.models())
                .containsExactly(
                        new ModelSpec(new ModelId("sim-large"), GenerationParameters.DEFAULT),
                        new ModelSpec(
                                new ModelId("sim-small"),
                                new GenerationParameters(
                                        new BigDecimal("0.7"),
                                        new BigDecimal("0.95"),
                                        512,
                                        List.of("\n\n", "END"),
                                        11L,
                                        true,
                                        Map.of("top_k", 40, "logit_bias", Map.of("50256", -100)))));
        assertThat(spec.repeats()).isEqualTo(2);
        assertThat(spec.seed()).isEqualTo(7);
        assertThat(spec.limit()).isEqualTo(1);
        assertThat(spec.budget()).isEqualTo(new Money("EUR", new BigDecimal("12.5")));
        assertThat(spec.attempts()).isEqualTo(new AttemptPolicy(3, 60_000));
        assertThat(spec.tags()).containsExactly(Map.entry("attempt", "3"), Map.entry("purpose", "nightly"));
    }

    @Test
    void every_field_of_a_benchmark_of_ones_own_is_read() {
        // When
        BenchmarkSpec.Custom benchmark =
                (BenchmarkSpec.Custom) read(SpecTexts.FULL_RUN).benchmark();

        // Then
        assertThat(benchmark.name()).isEqualTo("capitals");
        assertThat(benchmark.version()).isEqualTo("1.10");
        assertThat(benchmark.prompt())
                .containsExactly(new Message("system", "Be brief."), Message.user("{{ question }}"));
        assertThat(benchmark.target()).isEqualTo("answer");
        assertThat(benchmark.choices()).isEqualTo("options");
        assertThat(benchmark.category()).isEqualTo("area");
        assertThat(benchmark.subgroups()).isEqualTo(new SubgroupSpec(List.of("area", "code"), List.of("Yes")));
        assertThat(benchmark.scoring().pipelines())
                .containsExactly(
                        new PipelineSpec(
                                "strict",
                                List.of(
                                        new StepSpec("strip", Map.of()),
                                        new StepSpec("regex", Map.of("pattern", "^(\\w+)$")))),
                        new PipelineSpec("flexible", List.of(new StepSpec("strip", Map.of()))));
        assertThat(benchmark.scoring().metrics())
                .containsExactly(
                        new MetricUse("exact_match", null, null, Map.of()),
                        new MetricUse("contains", "flexible", "mentions", Map.of("ignore_case", true)));
    }

    @Test
    void inline_items_keep_their_values() {
        // When
        BenchmarkSpec.Custom benchmark =
                (BenchmarkSpec.Custom) read(SpecTexts.FULL_RUN).benchmark();

        // Then
        DatasetSource.Inline data = (DatasetSource.Inline) benchmark.dataset();
        assertThat(data.items().get(0)).containsEntry("code", "007").containsEntry("options", List.of("Paris", "Rome"));
        assertThat(data.jsonLines().lines().skip(1))
                .containsExactly("{\"id\":\"b\",\"question\":\"Capital of Italy?\",\"answer\":\"Rome\","
                        + "\"options\":[\"Paris\",\"Rome\"],\"area\":\"Europe\",\"share\":0.10}");
    }

    @Test
    void a_run_reads_the_same_from_the_json_of_its_document() {
        // Given
        Parsed.Valid<RunSpec> fromYaml = valid(reader.read(SpecTexts.FULL_RUN, "run.yaml"));

        // When
        Parsed.Valid<RunSpec> fromJson = valid(reader.read(fromYaml.document().json(), "run.json"));

        // Then
        assertThat(fromJson.value()).isEqualTo(fromYaml.value());
    }

    @Test
    void one_model_one_metric_and_one_step_need_no_lists() {
        // When
        RunSpec spec = read("""
                benchmark: arithmetic
                models: sim-large
                extract: {first: last_number, second: [strip]}
                metrics: exact_match
                """);

        // Then
        assertThat(spec.models())
                .containsExactly(new ModelSpec(new ModelId("sim-large"), GenerationParameters.DEFAULT));
        assertThat(spec.scoring().pipelines())
                .containsExactly(
                        new PipelineSpec("first", List.of(new StepSpec("last_number", Map.of()))),
                        new PipelineSpec("second", List.of(new StepSpec("strip", Map.of()))));
        assertThat(spec.scoring().metrics()).containsExactly(new MetricUse("exact_match", null, null, Map.of()));
        assertThat(read("{benchmark: a, models: b, extract: strip}").scoring().pipelines())
                .containsExactly(new PipelineSpec("default", List.of(new StepSpec("strip", Map.of()))));
    }

    @Test
    void other_forms_of_the_items_are_read_with_their_parameters() {
        // When
        RunSpec spec = read("""
                benchmark: arithmetic
                models: sim-large
                perturbations: [typos, {name: letter_case, to: lower_first, label: small}]
                counterfactuals: gender
                """);

        // Then
        assertThat(spec.variants())
                .containsExactly(
                        new VariantUse("typos", VariantUse.Kind.PERTURBATION, "typos", Map.of()),
                        new VariantUse(
                                "small", VariantUse.Kind.PERTURBATION, "letter_case", Map.of("to", "lower_first")),
                        new VariantUse("gender", VariantUse.Kind.COUNTERFACTUAL, "gender", Map.of()));
    }

    @Test
    void a_metric_says_what_becomes_of_an_items_repeats() {
        // When
        RunSpec spec = read("""
                benchmark: arithmetic
                models: sim-large
                repeats: 5
                metrics: [exact_match, {metric: exact_match, repeats: pass@5}, {metric: f1, repeats: consistency, label: same}]
                """);

        // Then
        assertThat(spec.scoring().metrics())
                .extracting(MetricUse::name, MetricUse::repeats)
                .containsExactly(
                        tuple("exact_match", null),
                        tuple("exact_match pass@5", "pass@5"),
                        tuple("same", "consistency"));
    }

    @ParameterizedTest
    @CsvSource({
        "12.50, 12.5 USD",
        "'\"12.50\"', 12.5 USD",
        "0.10, 0.1 USD",
        "100, 100 USD",
        "1e2, 100 USD",
        "0, 0 USD",
        "12.50 EUR, 12.5 EUR",
        "'{amount: 12.50, currency: EUR}', 12.5 EUR",
        "'{amount: \"0.000001\"}', 0.000001 USD",
        "123456789012345.123456789, 123456789012345.123456789 USD"
    })
    void a_budget_is_read_digit_by_digit(String written, String expected) {
        // When
        RunSpec spec = read(SpecTexts.SMALL_RUN + "budget: " + written);

        // Then
        assertThat(spec.budget()).hasToString(expected);
    }

    @Test
    void a_file_in_a_run_can_be_replaced_by_its_upload() {
        // Given
        Parsed.Valid<RunSpec> parsed = valid(reader.read("""
                benchmark: {name: mine, dataset: {file: data/my.jsonl}, prompt: "{{ q }}", target: a}
                models: [sim-large]
                budget: 12.50
                """, "run.yaml"));
        ContentHash hash = ContentHash.of("data");

        // When
        String json = parsed.document().withStoredDataset(hash).json();

        // Then
        assertThat(((BenchmarkSpec.Custom) parsed.value().benchmark()).dataset())
                .isEqualTo(new DatasetSource.File("data/my.jsonl"));
        assertThat(json)
                .isEqualTo("{\"benchmark\":{\"name\":\"mine\",\"dataset\":{\"hash\":\"" + hash
                        + "\"},\"prompt\":\"{{ q }}\",\"target\":\"a\"},\"models\":[\"sim-large\"],\"budget\":12.50}");
        assertThat(((BenchmarkSpec.Custom) read(json).benchmark()).dataset()).isEqualTo(new DatasetSource.Stored(hash));
    }

    @Test
    void a_later_finding_gets_its_place_in_the_text() {
        // Given
        SpecDocument document =
                valid(reader.read(SpecTexts.FULL_RUN, "run.yaml")).document();

        // When
        SpecProblem problem = document.problem(
                SpecPath.of("models").index(1).key("name"), "there is no model 'sim-small'", "Did you mean sim-tiny?");
        SpecProblem absent = document.problem(SpecPath.of("models").index(0).key("seed"), "is needed", "Add it.");

        // Then
        assertThat(problem.text())
                .isEqualTo(
                        "models[1].name (line 25, column 11): there is no model 'sim-small'. Did you mean sim-tiny?");
        assertThat(absent.text()).isEqualTo("models[0].seed (line 24, column 5): is needed. Add it.");
    }

    @Test
    void aliases_and_merge_keys_are_unfolded() {
        // When
        RunSpec spec = read("""
                benchmark: arithmetic
                models:
                  - &one {name: one, temperature: 0, maxTokens: 9}
                  - {<<: *one, name: two, temperature: 1}
                """);

        // Then
        GenerationParameters two = spec.models().get(1).parameters();
        assertThat(two.temperature()).isEqualByComparingTo("1");
        assertThat(two.maxTokens()).isEqualTo(9);
    }

    private RunSpec read(String text) {
        return valid(reader.read(text, "run.yaml")).value();
    }

    private static Parsed.Valid<RunSpec> valid(Parsed<RunSpec> parsed) {
        return switch (parsed) {
            case Parsed.Valid<RunSpec> valid -> valid;
            case Parsed.Invalid<RunSpec> invalid -> throw new AssertionError(invalid.text());
        };
    }
}
