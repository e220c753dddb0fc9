package dev.assay.contracts.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.registry.RegisteredModel;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.DatasetRef;
import dev.assay.contracts.run.Message;
import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.ModelUse;
import dev.assay.contracts.run.PipelineSpec;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.StepSpec;
import dev.assay.contracts.run.StopRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefinitionsTest {

    private static final DatasetRef DATA = new DatasetRef(ContentHash.of("data"), 2);
    private static final BenchmarkDefinition ARITHMETIC = new BenchmarkDefinition(
            "arithmetic",
            "3",
            DATA,
            List.of(Message.user("{{ question }}")),
            "answer",
            null,
            "category",
            List.of(
                    new PipelineSpec("strict", List.of(new StepSpec("strict_number", Map.of()))),
                    new PipelineSpec("flexible", List.of(new StepSpec("last_number", Map.of())))),
            List.of(new MetricSpec("exact_match@strict", "exact_match", "strict", Map.of())),
            null,
            null);

    private final RunSpecReader reader = new RunSpecReader(Vocabulary.standard());

    @Test
    void a_benchmark_of_ones_own_is_completed_by_its_data() {
        // Given
        RunSpec spec = valid(SpecTexts.FULL_RUN).value();

        // When
        BenchmarkDefinition definition = Definitions.custom(spec, (BenchmarkSpec.Custom) spec.benchmark(), DATA);

        // Then
        assertThat(definition.dataset()).isEqualTo(DATA);
        assertThat(definition.pipelines()).extracting(PipelineSpec::name).containsExactly("strict", "flexible");
        assertThat(definition.metrics())
                .containsExactly(
                        new MetricSpec("exact_match@strict", "exact_match", "strict", Map.of()),
                        new MetricSpec("exact_match@flexible", "exact_match", "flexible", Map.of()),
                        new MetricSpec("mentions", "contains", "flexible", Map.of("ignore_case", true)));
    }

    @Test
    void without_a_word_on_scoring_the_stripped_answer_is_matched_exactly() {
        // Given
        RunSpec spec = valid("""
                benchmark: {name: mine, dataset: {file: d.jsonl}, prompt: "{{ q }}", target: a}
                models: [sim-large]
                """).value();

        // When
        BenchmarkDefinition definition = Definitions.custom(spec, (BenchmarkSpec.Custom) spec.benchmark(), DATA);

        // Then
        assertThat(definition.pipelines())
                .containsExactly(new PipelineSpec("default", List.of(new StepSpec("strip", Map.of()))));
        assertThat(definition.metrics())
                .containsExactly(new MetricSpec("exact_match", "exact_match", "default", Map.of()));
    }

    @Test
    void a_built_in_benchmark_stays_as_it_is_unless_the_run_says_otherwise() {
        // When
        Parsed<BenchmarkDefinition> same = Definitions.builtIn(valid(SpecTexts.SMALL_RUN), ARITHMETIC);
        Parsed<BenchmarkDefinition> other = Definitions.builtIn(
                valid(SpecTexts.SMALL_RUN + "metrics: [{metric: f1, pipeline: flexible}]"), ARITHMETIC);

        // Then
        assertThat(((Parsed.Valid<BenchmarkDefinition>) same).value()).isEqualTo(ARITHMETIC);
        assertThat(((Parsed.Valid<BenchmarkDefinition>) other).value().metrics())
                .containsExactly(new MetricSpec("f1@flexible", "f1", "flexible", Map.of()));
    }

    @Test
    void a_question_is_about_the_first_metric_unless_it_names_one() {
        // When
        StopSpec plain = valid(SpecTexts.SMALL_RUN + "stop: {when: {above: 0.8}}")
                .value()
                .stop();
        StopSpec full = valid("""
                benchmark: arithmetic
                models: [one, other]
                stop:
                  when: {metric: f1, difference: [one, other], narrower: 0.05}
                  confidence: 0.99
                  atLeast: 100
                  about: benchmark
                """).value().stop();

        // Then
        assertThat(plain.about("exact_match"))
                .isEqualTo(new StopRule(
                        "exact_match", StopRule.Goal.ABOVE, 0.8, List.of(), 0.95, 50, null, StopRule.About.QUESTIONS));
        assertThat(full.about("exact_match"))
                .isEqualTo(new StopRule(
                        "f1",
                        StopRule.Goal.NARROWER,
                        0.05,
                        List.of(new ModelId("one"), new ModelId("other")),
                        0.99,
                        100,
                        null,
                        StopRule.About.BENCHMARK));
    }

    @Test
    void a_metric_that_does_not_fit_the_built_in_benchmark_is_named_with_its_place() {
        // Given
        Parsed.Valid<RunSpec> run = valid(SpecTexts.SMALL_RUN + "metrics: [{metric: f1, pipeline: flexibel}]");

        // When
        Parsed<BenchmarkDefinition> definition = Definitions.builtIn(run, ARITHMETIC);

        // Then
        assertThat(((Parsed.Invalid<BenchmarkDefinition>) definition).text())
                .isEqualTo("metrics[0].pipeline (line 3, column 34): there is no extraction pipeline 'flexibel'."
                        + " Did you mean 'flexible'?");
    }

    @Test
    void a_run_is_completed_by_what_the_installation_knows() {
        // Given
        RunSpec spec =
                valid(SpecTexts.SMALL_RUN + "limit: 100\nseed: 9\nbudget: 3").value();
        RegisteredModel registered =
                new RegisteredModel(new ModelId("sim-large"), new ConnectionId("sim"), "large", null);
        ModelUse use = spec.models().getFirst().use(registered, new PoolId("sim"));
        RunId id = new RunId("01jd3x5m8q2v7c9e4k6n0p1r2s");

        // When
        RunDefinition run = Definitions.run(
                spec, id, new GroupId("default"), ARITHMETIC, List.of(use), List.of(), new PriceBookVersion("pb-1"));

        // Then
        assertThat(run.items()).isEqualTo(2);
        assertThat(run.seed()).isEqualTo(9);
        assertThat(run.budget()).hasToString("3 USD");
        assertThat(run.models().getFirst().providerModel()).isEqualTo("large");
    }

    private Parsed.Valid<RunSpec> valid(String text) {
        return switch (reader.read(text, "run.yaml")) {
            case Parsed.Valid<RunSpec> valid -> valid;
            case Parsed.Invalid<RunSpec> invalid -> throw new AssertionError(invalid.text());
        };
    }
}
