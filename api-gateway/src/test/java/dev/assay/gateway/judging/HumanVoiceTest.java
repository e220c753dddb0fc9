package dev.assay.gateway.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contracts.json.EventJson;
import dev.assay.scoring.arena.Outcome;
import org.junit.jupiter.api.Test;

class HumanVoiceTest {

    @Test
    void a_grade_is_a_number_for_all_models_or_one_for_each() throws JsonProcessingException {
        // Then
        assertThat(HumanVoice.grade(json("7.5"), "a")).hasValue(7.5);
        assertThat(HumanVoice.grade(json("{\"a\": 3, \"b\": 9}"), "b")).hasValue(9);
        assertThat(HumanVoice.grade(json("{\"a\": 3}"), "b")).isEmpty();
        assertThat(HumanVoice.grade(json("\"good\""), "a")).isEmpty();
        assertThat(HumanVoice.grade(null, "a")).isEmpty();
    }

    @Test
    void votes_are_counted_in_either_order_and_the_majority_decides() throws JsonProcessingException {
        // Given
        JsonNode votes = json("""
                [{"model_a": "x", "model_b": "y", "winner": "model_a"},
                 {"model_a": "y", "model_b": "x", "winner": "model_b"},
                 {"model_a": "x", "model_b": "y", "winner": "model_b"},
                 {"model_a": "x", "model_b": "z", "winner": "tie"}]
                """);

        // Then
        assertThat(HumanVoice.vote(votes, "x", "y")).contains(Outcome.A_WINS);
        assertThat(HumanVoice.vote(votes, "y", "x")).contains(Outcome.B_WINS);
        assertThat(HumanVoice.vote(votes, "z", "x")).contains(Outcome.TIE);
        assertThat(HumanVoice.vote(votes, "y", "z")).isEmpty();
    }

    @Test
    void agreement_is_corrected_for_chance() {
        // Given
        HumanVoice voice = new HumanVoice(true);
        voice.add(1, 1);
        voice.add(2, 2);
        voice.add(2, 1);
        voice.add(3, 3);

        // When
        JudgeReport.Agreement agreement = voice.agreement("ratings");

        // Then: by hand, observed 3 of 4, by chance (1 × 2 + 2 × 1 + 1 × 1) of 16
        assertThat(agreement.share()).isEqualTo(0.75);
        assertThat(agreement.kappa()).isCloseTo((0.75 - 5.0 / 16) / (1 - 5.0 / 16), within(1e-12));
        assertThat(agreement.weightedKappa()).isGreaterThan(agreement.kappa());
        assertThat(agreement.compared()).isEqualTo(4);
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return EventJson.mapper().readTree(text);
    }
}
