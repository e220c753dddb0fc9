package dev.assay.scoring.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.scoring.arena.Outcome;
import dev.assay.scoring.judge.Verdict.Cause;
import dev.assay.scoring.judge.Verdict.Preference;
import dev.assay.scoring.judge.Verdict.Rating;
import dev.assay.scoring.judge.Verdict.Unreadable;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyFormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Rating: [[7]]|7", "[3] or rather [[8.5]]|8.5", "[[7.]] [[9]]|7", "[6]|6", "[[00]]|0"})
    void a_rating_stands_in_double_brackets_or_else_in_single_ones(String reply, double rating) {
        // When
        Verdict verdict = ReplyFormat.RATING.read(reply);

        // Then
        assertThat(verdict).isEqualTo(new Rating(rating));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "[[ 5 ]]", "[[-3]]", "[[.5]]", "[[1e1]]", "[[ten]]"})
    void without_a_rating_there_is_no_guess(String reply) {
        // When
        Verdict verdict = ReplyFormat.RATING.read(reply);

        // Then
        assertThat(verdict).isEqualTo(new Unreadable(Cause.NOTHING_FOUND));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[08]]", "[[٧]]", "[[007]]"})
    void what_python_would_not_read_as_a_number_is_none(String reply) {
        // When
        Verdict verdict = ReplyFormat.RATING.read(reply);

        // Then
        assertThat(verdict).isEqualTo(new Unreadable(Cause.NOT_A_NUMBER));
    }

    @ParameterizedTest
    @CsvSource({"so [[A]], A_WINS", "[[B]] over [[A]], A_WINS", "[[B]] or [[C]], B_WINS", "[[C]], TIE"})
    void letters_count_in_the_order_a_b_c(String reply, Outcome outcome) {
        // When
        Verdict verdict = ReplyFormat.LETTER.read(reply.replace(';', ','));

        // Then
        assertThat(verdict).isEqualTo(new Preference(outcome, false));
        assertThat(ReplyFormat.LETTER.read("[A] [[a]]")).isEqualTo(Verdict.NOTHING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[[8,8.05]]|TIE", "[[7.5, 7]]|A_WINS", "[7, 9]|B_WINS", "[[7,7.1]]|TIE", "[[7,7.2]]|B_WINS"})
    void two_ratings_to_within_a_tenth_are_a_tie(String reply, Outcome outcome) {
        // When
        Verdict verdict = ReplyFormat.TWO_RATINGS.read(reply);

        // Then
        assertThat(verdict).isEqualTo(new Preference(outcome, false));
        assertThat(ReplyFormat.TWO_RATINGS.read("[[7,  9]]")).isEqualTo(Verdict.NOTHING);
        assertThat(ReplyFormat.TWO_RATINGS.read("[[07,9]]")).isEqualTo(new Unreadable(Cause.NOT_A_NUMBER));
    }

    @Test
    void of_arrows_the_last_in_double_brackets_counts() {
        // Given
        String reply = "first [[b>>a]], no: [[A>B]] and [B>A]";

        // When
        Verdict verdict = ReplyFormat.ARROWS.read(reply);

        // Then
        assertThat(verdict).isEqualTo(new Preference(Outcome.A_WINS, false));
        assertThat(ReplyFormat.ARROWS.read("[a<<b]")).isEqualTo(new Preference(Outcome.B_WINS, true));
        assertThat(ReplyFormat.ARROWS.read("[[A=B]]")).isEqualTo(new Preference(Outcome.TIE, false));
        assertThat(ReplyFormat.label("[[a]]")).contains("A");
        assertThat(ReplyFormat.ARROWS.read("[[a]]")).isEqualTo(Verdict.NOTHING);
    }

    @Test
    void a_rubric_needs_all_of_its_grades() {
        // Given
        Rubric rubric = new Rubric(List.of("Correct", "Clear (short)"), 1, 5);

        // When
        Verdict verdict = rubric.read("**correct**: [[2]]\nCorrect: [[4]]\nclear (short) - [[5]]");

        // Then
        assertThat(verdict).isEqualTo(new Verdict.Grades(Map.of("Correct", 4.0, "Clear (short)", 5.0)));
        assertThat(((Verdict.Grades) verdict).mean()).isEqualTo(4.5);
        assertThat(rubric.read("Correct: [[4]]")).isEqualTo(Verdict.NOTHING);
        assertThat(rubric.read("Correct: [[4]] Clear (short): [[6]]")).isEqualTo(new Unreadable(Cause.OUT_OF_RANGE));
        assertThat(rubric.read(rubric.lines().replace("grade", "3"))).isInstanceOf(Verdict.Grades.class);
    }

    @Property
    void no_reply_makes_a_parser_fail(@ForAll String reply) {
        // When
        List<Verdict> verdicts = java.util.Arrays.stream(ReplyFormat.values())
                .map(format -> format.read("[[" + reply + "]]"))
                .toList();

        // Then
        assertThat(verdicts).doesNotContainNull();
    }
}
