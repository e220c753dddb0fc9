package dev.assay.contracts.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PoolId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgementsTest {

    @Test
    void all_pairs_are_judged_in_both_orders_one_after_the_other() {
        // When
        List<Judgement> judgements = judge(JudgeUse.Mode.PAIRWISE, true, null).judgements(3);

        // Then
        assertThat(judgements)
                .extracting(j -> j.first() + "-" + j.second())
                .containsExactly("0-1", "1-0", "0-2", "2-0", "1-2", "2-1");
        assertThat(judgements.get(1).isSwapOf(judgements.get(0))).isTrue();
        assertThat(judgements.get(2).isSwapOf(judgements.get(1))).isFalse();
    }

    @Test
    void with_a_baseline_only_its_pairs_are_judged() {
        // When
        List<Judgement> judgements = judge(JudgeUse.Mode.PAIRWISE, false, 1).judgements(3);

        // Then
        assertThat(judgements).extracting(j -> j.first() + "-" + j.second()).containsExactly("0-1", "1-2");
    }

    @Test
    void single_answers_are_judged_once_for_each_model() {
        // When
        List<Judgement> judgements = judge(JudgeUse.Mode.POINTWISE, true, null).judgements(2);

        // Then
        assertThat(judgements).extracting(Judgement::first).containsExactly(0, 1);
        assertThat(judgements).extracting(Judgement::second).containsOnlyNulls();
    }

    @Test
    void an_answer_is_put_in_as_it_is_and_never_rendered() {
        // Given
        JudgePromptUse prompt = new JudgePromptUse("own", 1, "{{ question }}: <{{answer}}>", "rating");

        // When
        String filled = prompt.filled(Map.of("question", "2 + 2?", "answer", "{{ question }} $1 \\ {% if x %}"));

        // Then
        assertThat(filled).isEqualTo("2 + 2?: <{{ question }} $1 \\ {% if x %}>");
    }

    @Test
    void a_missing_value_is_an_error() {
        // Given
        JudgePromptUse prompt = new JudgePromptUse("own", 1, "{{ answer }}", "rating");

        // Then
        assertThatThrownBy(() -> prompt.filled(Map.of())).hasMessage("the judge's prompt wants a answer");
    }

    private static JudgeUse judge(JudgeUse.Mode mode, boolean swap, Integer baseline) {
        ModelUse model = new ModelUse(
                new ModelId("j"), new ConnectionId("sim"), new PoolId("p"), "j", GenerationParameters.DEFAULT);
        JudgePromptUse prompt = new JudgePromptUse("own", 1, "{{ answer }}", "rating");
        return new JudgeUse("judge", model, mode, prompt, List.of(), 1, 10, swap, baseline, null);
    }
}
