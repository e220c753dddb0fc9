package dev.assay.contracts.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.DatasetRef;
import dev.assay.contracts.run.LikelihoodSpec;
import dev.assay.contracts.run.Message;
import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.PipelineSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LikelihoodBenchmarkTest {

    private static final DatasetRef DATA = new DatasetRef(ContentHash.of("items"), 3);

    private final RunSpecReader reader = new RunSpecReader(Vocabulary.standard());

    @Test
    void choices_are_judged_after_a_space_and_scored_as_in_the_field_if_nobody_says_otherwise() {
        // When
        BenchmarkDefinition benchmark = definition("""
                benchmark: {name: x, dataset: {file: d.jsonl}, prompt: q, target: t, choices: c, mode: loglikelihood}
                models: [a]
                """);

        // Then
        assertThat(benchmark.likelihood()).isEqualTo(new LikelihoodSpec(LikelihoodSpec.Mode.LOGLIKELIHOOD, " ", null));
        assertThat(benchmark.metrics()).extracting(MetricSpec::label).containsExactly("acc", "acc_norm");
        assertThat(benchmark.pipelines().getFirst().steps().getFirst().filter()).isEqualTo("most_likely");
    }

    @Test
    void a_text_is_judged_without_a_prompt() {
        // When
        BenchmarkDefinition benchmark = definition("""
                benchmark: {name: x, dataset: {file: d.jsonl}, target: page, mode: perplexity}
                models: [{name: a, temperature: 0, stream: false}]
                """);

        // Then
        assertThat(benchmark.prompt()).containsExactly(Message.user(""));
        assertThat(benchmark.metrics())
                .extracting(MetricSpec::label)
                .containsExactly("word_perplexity", "byte_perplexity", "bits_per_byte");
    }

    @Test
    void a_delimiter_may_be_empty_and_options_be_judged_twice() {
        // When
        BenchmarkDefinition benchmark = definition("""
                benchmark:
                  {name: x, dataset: {file: d.jsonl}, prompt: q, target: t, choices: c, mode: loglikelihood,
                   delimiter: "", unconditional: "Answer:", metrics: [acc_mutual_info]}
                models: [a]
                """);

        // Then
        assertThat(benchmark.likelihood())
                .isEqualTo(new LikelihoodSpec(LikelihoodSpec.Mode.LOGLIKELIHOOD, "", "Answer:"));
    }

    @Test
    void a_built_in_benchmark_whose_answers_are_written_has_no_likelihoods() {
        // Given
        BenchmarkDefinition written = new BenchmarkDefinition(
                "written",
                "1",
                DATA,
                List.of(Message.user("{{ q }}")),
                "t",
                null,
                "category",
                List.of(new PipelineSpec("default", List.of())),
                List.of(new MetricSpec("exact_match", "exact_match", "default", Map.of())),
                null,
                null);
        Parsed.Valid<RunSpec> run = read("benchmark: written\nmodels: [a]\nmetrics: [acc]\n");

        // When
        Parsed<BenchmarkDefinition> found = Definitions.builtIn(run, written);

        // Then
        assertThat(((Parsed.Invalid<?>) found).problems())
                .extracting(SpecProblem::text)
                .containsExactly("metrics[0] (line 3, column 11): needs a benchmark of mode: loglikelihood."
                        + " Score what the model writes by other metrics, or judge texts: `mode: loglikelihood`.");
    }

    @Test
    void judges_have_nothing_to_judge_where_the_model_writes_nothing() {
        // When
        Parsed<RunSpec> parsed = reader.read("""
                benchmark: {name: x, dataset: {file: d.jsonl}, target: page, mode: perplexity}
                models: [a]
                judge: {model: j}
                """, "run.yaml");

        // Then
        assertThat(((Parsed.Invalid<?>) parsed).problems())
                .extracting(SpecProblem::text)
                .containsExactly("judge (line 3, column 8): has nothing to judge: the benchmark's mode lets the model"
                        + " write nothing. Leave it out, or take a benchmark whose answers the model writes.");
    }

    @Test
    void a_built_in_benchmark_that_judges_texts_takes_no_judges_either() {
        // Given
        BenchmarkDefinition judging = definition("""
                benchmark: {name: x, dataset: {file: d.jsonl}, prompt: q, target: t, choices: c, mode: loglikelihood}
                models: [a]
                """);
        Parsed.Valid<RunSpec> run = read("benchmark: x\nmodels: [a]\njudge: {model: j}\n");

        // When
        Parsed<BenchmarkDefinition> found = Definitions.builtIn(run, judging);

        // Then
        assertThat(((Parsed.Invalid<?>) found).problems())
                .extracting(SpecProblem::text)
                .singleElement()
                .asString()
                .startsWith("judge (line 3, column 8): has nothing to judge");
    }

    private BenchmarkDefinition definition(String text) {
        RunSpec spec = read(text).value();
        return Definitions.custom(spec, (BenchmarkSpec.Custom) spec.benchmark(), DATA);
    }

    private Parsed.Valid<RunSpec> read(String text) {
        Parsed<RunSpec> parsed = reader.read(text, "run.yaml");
        assertThat(parsed).isInstanceOf(Parsed.Valid.class);
        return (Parsed.Valid<RunSpec>) parsed;
    }
}
