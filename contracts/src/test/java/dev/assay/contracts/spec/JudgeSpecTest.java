package dev.assay.contracts.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.run.GenerationParameters;
import dev.assay.contracts.run.JudgeUse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeSpecTest {

    private static final String RUN = "benchmark: x\nmodels: [a, b, c]\njudge: ";

    private final RunSpecReader reader = new RunSpecReader(Vocabulary.standard());

    @Test
    void the_smallest_judge_gets_every_default() {
        // When
        List<JudgeSpec> judges = judges("{model: sim-judge}");

        // Then
        assertThat(judges)
                .containsExactly(new JudgeSpec(
                        "judge",
                        new ModelSpec(new ModelId("sim-judge"), GenerationParameters.DEFAULT),
                        JudgeUse.Mode.POINTWISE,
                        new JudgeSpec.Prompt.BuiltIn("pointwise"),
                        List.of(),
                        1,
                        10,
                        true,
                        null,
                        null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mode: pairwise | pairwise",
                "mode: pairwise, reference: true | pairwise-reference",
                "reference: true | pointwise-reference",
                "'criteria: [a, b]' | rubric",
                "mode: pairwise, prompt: pairwise-strength | pairwise-strength"
            })
    void the_prompt_follows_from_what_is_asked_for(String fields, String prompt) {
        // When
        JudgeSpec judge = judges("{model: j, " + fields + "}").getFirst();

        // Then
        assertThat(judge.prompt()).isEqualTo(new JudgeSpec.Prompt.BuiltIn(prompt));
    }

    @Test
    void several_judges_and_prompts_of_ones_own_are_read() {
        // When
        List<JudgeSpec> judges = judges("""

                  - {name: strict, model: {name: j, temperature: 0}, scale: [0, 5]}
                  - name: pairs
                    model: k
                    mode: pairwise
                    baseline: b
                    swap: false
                    human: votes
                    prompt: {template: "{{ question }} {{answer_a}} {{ answer_b }}", version: 3, format: arrows}
                """);

        // Then
        assertThat(judges).extracting(JudgeSpec::name).containsExactly("strict", "pairs");
        assertThat(judges.getFirst().maximum()).isEqualTo(5);
        assertThat(judges.getLast().prompt())
                .isEqualTo(new JudgeSpec.Prompt.Own("{{ question }} {{answer_a}} {{ answer_b }}", 3, "arrows"));
        assertThat(judges.getLast().baseline()).isEqualTo(new ModelId("b"));
        assertThat(judges.getLast().swap()).isFalse();
        assertThat(judges.getLast().human()).isEqualTo("votes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{mode: pairwise} | judge.model (line 3, column 8): is missing",
                "{model: j, mod: pairwise} | is not a key of a judge. Did you mean 'mode'?",
                "{model: j, mode: pairs} | judge.mode (line 3, column 25): must be pointwise or pairwise",
                "{model: j, prompt: pointwize} | judge.prompt (line 3, column 27): is no prompt that comes with Assay: 'pointwize'. Did you mean 'pointwise'?",
                "{model: j, prompt: pairwise} | is not for mode pointwise. Write `mode: pairwise`, or another prompt.",
                "{model: j, prompt: rubric} | needs criteria",
                "{model: j, mode: pairwise, baseline: bb} | judge.baseline (line 3, column 45): is none of the run's models: 'bb'. Did you mean 'b'?",
                "{model: j, baseline: b} | judge.baseline (line 3, column 29): needs pairs. Write `mode: pairwise`",
                "{model: j, scale: [10, 1]} | judge.scale (line 3, column 26): is empty. Write the worst grade first",
                "'{model: j, criteria: [a, a]}' | judge.criteria[1] (line 3, column 33): is there twice",
                "'{model: j, prompt: {template: \"{{ question }}\"}}' | does not show {{ answer }}",
                "'{model: j, prompt: {template: \"{{ answer }} {{ answr }}\"}}' | wants {{ answr }}, which a judge of mode pointwise is not given",
                "'{model: j, prompt: {template: \"{{ answer }}\", format: letter}}' | is not for mode pointwise. Write one of rating, rubric.",
                "'{model: j, reference: true, prompt: {template: \"{{ answer }}\"}}' | does not show {{ reference }}",
                "'{model: j, reference: true, prompt: {version: 2}}' | judge.prompt.template (line 3, column 44): is missing",
                "{model: j, reference: true, prompt: pointwise} | does not show the reference",
                "'[{model: j}, {model: k}]' | is called judge, as judge[0] is",
                "{model: j, extra: 1} | is not a key of a judge"
            })
    void what_is_wrong_with_a_judge_is_said_with_its_place_and_remedy(String judge, String message) {
        // When
        Parsed<RunSpec> parsed = reader.read(RUN + judge, "run.yaml");

        // Then
        assertThat(parsed)
                .isInstanceOfSatisfying(
                        Parsed.Invalid.class,
                        invalid -> assertThat(invalid.text()).contains(message));
    }

    @Test
    void too_many_comparisons_are_refused() {
        // Given
        String models = "benchmark: x\nmodels: [a, b, c, d, e, f, g, h, i, j, k]\n";

        // When
        Parsed<RunSpec> all = reader.read(models + "judge: {model: z, mode: pairwise}", "run.yaml");
        Parsed<RunSpec> baseline = reader.read(models + "judge: {model: z, mode: pairwise, baseline: a}", "run.yaml");

        // Then
        assertThat(all)
                .isInstanceOfSatisfying(
                        Parsed.Invalid.class,
                        invalid -> assertThat(invalid.text())
                                .contains("brings the judgements of each item to 110, and at most 100 are made"));
        assertThat(baseline).isInstanceOf(Parsed.Valid.class);
    }

    private List<JudgeSpec> judges(String judge) {
        return switch (reader.read(RUN + judge, "run.yaml")) {
            case Parsed.Valid<RunSpec> valid -> valid.value().judges();
            case Parsed.Invalid<RunSpec> invalid -> throw new AssertionError(invalid.text());
        };
    }
}
