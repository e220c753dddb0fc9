package dev.assay.contracts.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.spec.GateSpec.Rule;
import dev.assay.contracts.spec.GateSpec.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GatePolicyReaderTest {

    private final GatePolicyReader reader = new GatePolicyReader();

    @Test
    void everything_that_a_policy_can_say_is_read() {
        // When
        GateSpec policy = ((Parsed.Valid<GateSpec>) reader.read(SpecTexts.GATE, "gate.yaml")).value();

        // Then
        assertThat(policy.baseline()).isEqualTo("01jd3x5m8q2v7c9e4k6n0p1r2s:base");
        assertThat(policy.minimumShared()).isEqualTo(0.9);
        assertThat(policy.cluster()).isEqualTo("passage");
        assertThat(policy.needsBaseline()).isTrue();
        assertThat(policy.rules())
                .containsExactly(
                        new Rule("exact_match", true, new Target.MaximumDrop(0.02, 0.05, null), true, 0.99, false),
                        new Rule("exact_match", null, new Target.MaximumDrop(0.05, null, null), false, 0.9, true),
                        new Rule("wer", false, new Target.Threshold(0.2), true, 0.9, false),
                        new Rule("f1", null, new Target.MaximumDrop(0.0, null, 0.81), true, 0.9, false));
    }

    @Test
    void what_is_not_said_is_the_usual() {
        // When
        GateSpec policy = ((Parsed.Valid<GateSpec>)
                        reader.read("{\"rules\": [{\"metric\": \"acc\", \"threshold\": 0.7}]}", "gate.json"))
                .value();

        // Then
        assertThat(policy)
                .isEqualTo(new GateSpec(
                        java.util.List.of(new Rule("acc", null, new Target.Threshold(0.7), true, 0.95, false)),
                        null,
                        0.95,
                        null));
        assertThat(policy.needsBaseline()).isFalse();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(
                        "rules: []",
                        "rules (line 1, column 8): must not be empty."
                                + " Write a list: `rules: [{metric: exact_match, maxDrop: 0.02}]`."),
                rule(
                        "metric: acc",
                        "rules[0] (line 1, column 9): asks for nothing. Give it a maxDrop, a maxRelativeDrop or a"
                                + " threshold: `{metric: exact_match, maxDrop: 0.02}`."),
                rule(
                        "metric: acc, maxDrop: -0.02",
                        "rules[0].maxDrop (line 1, column 32): must be at least 0, but is -0.02."
                                + " Write a number of at least 0: `maxDrop: 0.02`."),
                rule(
                        "metric: acc, maxDrop: 0.02, threshold: 0.7",
                        "rules[0].threshold (line 1, column 49): stands beside a drop."
                                + " Write two rules: one with the drop, one with the threshold."),
                rule(
                        "metric: acc, threshold: 0.7, baseline: 0.8",
                        "rules[0].baseline (line 1, column 49): stands beside threshold. A threshold needs no baseline."),
                rule(
                        "metric: acc, maxDrop: 0.1, baseline: 0.8, byCategory: true",
                        "rules[0].baseline (line 1, column 47): is one score, but byCategory compares each category."
                                + " Name a baseline run, or write a rule without byCategory."),
                rule(
                        "metric: acc, maxDrop: 0.1, tier: advisory",
                        "rules (line 1, column 8): has no rule that blocks, so that nothing could stop a release."
                                + " Leave out `tier: advisory` of at least one rule."),
                rule(
                        "metric: acc, maxDrop: 0.1, confidence: 95",
                        "rules[0].confidence (line 1, column 49): must be at most 0.999999, but is 95."
                                + " Write a share above one half: `confidence: 0.95`."),
                rule(
                        "metric: acc, maxdrop: 0.1, threshold: 1",
                        "rules[0].maxdrop (line 1, column 23): is not a key of a rule. Did you mean 'maxDrop'?"));
    }

    private static Arguments rule(String fields, String expected) {
        return Arguments.of("rules: [{" + fields + "}]", expected);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_named_with_its_place_and_remedy(String text, String expected) {
        // When
        Parsed<GateSpec> parsed = reader.read(text, "gate.yaml");

        // Then
        assertThat(((Parsed.Invalid<GateSpec>) parsed).text()).isEqualTo(expected);
    }
}
