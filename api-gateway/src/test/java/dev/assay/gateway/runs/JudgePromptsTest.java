package dev.assay.gateway.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.run.JudgeUse;
import dev.assay.contracts.spec.JudgePrompts;
import dev.assay.scoring.judge.JudgePrompt;
import org.junit.jupiter.api.Test;

class JudgePromptsTest {

    @Test
    void a_spec_may_name_the_prompts_that_there_are() {
        // When
        var named = JudgePrompts.ALL;

        // Then
        assertThat(named)
                .containsExactlyElementsOf(JudgePrompt.standard().stream()
                        .map(prompt -> new JudgePrompts.Known(
                                prompt.name(),
                                prompt.kind() instanceof JudgePrompt.Kind.Comparison
                                        ? JudgeUse.Mode.PAIRWISE
                                        : JudgeUse.Mode.POINTWISE,
                                Judges.format(prompt),
                                prompt.placeholders().contains("reference")))
                        .toList());
    }
}
