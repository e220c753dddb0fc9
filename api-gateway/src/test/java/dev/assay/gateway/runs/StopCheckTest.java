package dev.assay.gateway.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.DatasetRef;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.spec.BenchmarkSpec;
import dev.assay.contracts.spec.Definitions;
import dev.assay.contracts.spec.Parsed;
import dev.assay.contracts.spec.RunSpec;
import dev.assay.contracts.spec.RunSpecReader;
import dev.assay.contracts.spec.Vocabulary;
import dev.assay.gateway.fixtures.Samples;
import dev.assay.gateway.problem.Finding;
import dev.assay.gateway.problem.Refusal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StopCheckTest {

    private static void check(String stop) {
        Samples samples = new Samples(1, "one", "other");
        RunDefinition known = samples.definition(300, 1);
        String text =
                """
                benchmark: {name: x, dataset: {hash: "HASH"}, prompt: p, target: t}
                models: [one, other]
                metrics: [exact_match, bleu, {metric: exact_match, label: both, repeats: "pass^2"}]
                repeats: 2
                stop: STOP
                """.replace("HASH", known.benchmark().dataset().hash().value()).replace("STOP", stop);
        Parsed.Valid<RunSpec> spec =
                (Parsed.Valid<RunSpec>) new RunSpecReader(Vocabulary.standard()).read(text, "run.yaml");
        DatasetRef data = known.benchmark().dataset();
        BenchmarkDefinition benchmark = Definitions.custom(
                spec.value(), (BenchmarkSpec.Custom) spec.value().benchmark(), data);
        RunDefinition run = Definitions.run(
                spec.value(),
                known.id(),
                new GroupId("g"),
                benchmark,
                known.models(),
                List.of(),
                new PriceBookVersion("pb-1"));
        SpecFindings findings = new SpecFindings(spec.document());
        new StopCheck(findings).check(run, spec.value().stop());
        findings.refuseIfAny();
    }

    private static List<Finding> findings(String stop) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> check(stop));
        return refusal == null
                ? List.of()
                : Optional.ofNullable(refusal.problem().problems()).orElse(List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{when: {metric: exact_mach, above: 0.8}} | there is no metric 'exact_mach' in this run",
                "{when: {metric: bleu, above: 30}} | bleu is a value of a whole set, not a mean over samples",
                "{when: {metric: both, below: 0.5}} | both is no mean over samples, but pass^2 of an item's repeats",
                "{when: {above: 80}} | is known before the run: exact_match lies between 0 and 1",
                "{when: {difference: [one, other], above: 1}} | is known before the run: exact_match lies between -1 and 1",
                "{when: {narrower: 1}} | is as wide as all that is possible",
                "{when: {above: 0.8}, futility: 1} | is as far as two scores can be apart",
                "{when: {above: 0.8}, atLeast: 500} | is more than the run's 300 items, so that it could never stop"
            })
    void a_question_that_cannot_be_answered_is_refused_with_its_reason(String stop, String message) {
        assertThat(findings(stop)).extracting(Finding::message).containsExactly(message);
    }

    @Test
    void a_refused_metric_comes_with_those_that_can_be_asked_of() {
        assertThat(findings("{when: {metric: bleu, above: 30}}"))
                .singleElement()
                .extracting(Finding::path, Finding::line, Finding::remedy)
                .containsExactly("stop.when.metric", 5, "Ask of exact_match, or leave stop out.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{when: {above: 0.8}, futility: 0.02}",
                "{when: {below: 0.8}}",
                "{when: {narrower: 0.05}}",
                "{when: {better: [one, other]}}",
                "{when: {difference: [one, other], narrower: 0.05}}",
                "{when: {ranked: true}, about: benchmark}"
            })
    void a_question_of_a_bounded_mean_is_accepted(String stop) {
        assertThatCode(() -> check(stop)).doesNotThrowAnyException();
    }
}
