package dev.assay.scoring.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoteFieldsTest {

    private static Map<String, Object> row(String winner) {
        return new HashMap<>(Map.of("model_a", "x", "model_b", "y", "winner", winner));
    }

    private static Vote read(Map<String, Object> row) {
        return ((VoteFields.Taken.Read) VoteFields.read(row)).vote();
    }

    @ParameterizedTest
    @CsvSource({"model_a, A", "model_b, B", "tie, TIE", "tie (bothbad), BOTH_BAD", "both_bad, BOTH_BAD", "a, A", "B, B"
    })
    void outcomes_are_read_as_public_files_write_them(String word, Winner winner) {
        // When
        Vote vote = read(row(word));

        // Then
        assertThat(vote.winner()).isEqualTo(winner);
        assertThat(vote.voter()).isEqualTo(Voter.UNKNOWN);
        assertThat(vote.styleA()).isNull();
    }

    @Test
    void style_is_read_from_the_counts_of_chatbot_arena() {
        // Given
        Map<String, Object> row = row("tie");
        row.put("question_id", "q7");
        row.put("judge", "arena_user_12");
        row.put("turn", 2L);
        row.put(
                "conv_metadata",
                Map.of(
                        "sum_assistant_a_tokens", 120L,
                        "sum_assistant_b_tokens", 80L,
                        "header_count_a", Map.of("h1", 1L, "h2", 2L),
                        "list_count_b", Map.of("ordered", 4L, "unordered", 1L),
                        "bold_count_b", Map.of("**", 3L, "__", 0L)));

        // When
        Vote vote = read(row);

        // Then
        assertThat(vote.styleA()).isEqualTo(new AnswerStyle(120, 3, 0, 0));
        assertThat(vote.styleB()).isEqualTo(new AnswerStyle(80, 0, 5, 3));
        assertThat(vote.question()).isEqualTo("q7/2");
        assertThat(vote.voter()).isEqualTo(Voter.PERSON);
        assertThat(vote.by()).isEqualTo("arena_user_12");
    }

    @Test
    void a_judge_is_named_by_its_field_and_lengths_may_be_text() {
        // Given
        Map<String, Object> row = row("model_a");
        row.put("judge", List.of("gpt-4", "pair-v2"));
        row.put("length_a", "12");
        row.put("length_b", "34.5");

        // When
        Vote vote = read(row);

        // Then
        assertThat(vote.voter()).isEqualTo(Voter.JUDGE);
        assertThat(vote.by()).isEqualTo("gpt-4");
        assertThat(vote.styleB()).isEqualTo(new AnswerStyle(34.5, 0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "winner, C, 'is none of model_a, model_b, tie and tie (bothbad)'",
        "winner, , is missing",
        "model_a, ' ', is missing",
        "model_b, x, is the same model as model_a",
        "voter, dog, 'is none of person, judge and unknown'",
        "length_a, -1, is not a count from 0 to 10^12",
        "length_b, NaN, is not a count from 0 to 10^12",
        "headings_a, many, is not a number"
    })
    void what_is_wrong_is_named(String field, String value, String reason) {
        // Given
        Map<String, Object> row = row("tie");
        row.put("length_a", "1");
        row.put("length_b", "1");
        row.put(field, value);

        // When
        VoteFields.Taken taken = VoteFields.read(row);

        // Then
        assertThat(taken).isEqualTo(new VoteFields.Taken.Wrong(field, reason));
    }
}
