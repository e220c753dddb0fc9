package dev.assay.simulator.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WrongAnswerTest {

    @Test
    void the_other_of_two_ways_keeps_its_case() {
        assertThat(wrongs("True")).containsOnly("False");
        assertThat(wrongs("no")).containsOnly("yes");
        assertThat(wrongs("YES")).containsOnly("NO");
        assertThat(wrongs("false")).containsOnly("true");
    }

    @Test
    void a_wrong_letter_is_one_of_those_that_the_prompt_offers() {
        assertThat(wrongs("B", "Pick one.\n(A) red (B) blue (C) green")).containsExactlyInAnyOrder("A", "C");
        assertThat(wrongs("(B)", "Which?")).containsExactlyInAnyOrder("(A)", "(C)", "(D)");
        assertThat(wrongs("E", "Which?")).containsExactlyInAnyOrder("A", "B", "C", "D");
    }

    @Test
    void a_wrong_number_is_near_and_looks_alike() {
        assertThat(wrongs("$18")).allMatch(wrong -> wrong.matches("\\$\\d+")).doesNotContain("$18");
        assertThat(wrongs("0.5")).allMatch(wrong -> wrong.matches("\\d\\.\\d")).doesNotContain("0.5");
        assertThat(wrongs("50%")).allMatch(wrong -> wrong.endsWith("%")).doesNotContain("50%");
        assertThat(wrongs("1,250")).allMatch(wrong -> Math.abs(Integer.parseInt(wrong) - 1250) <= 108);
    }

    @Test
    void a_wrong_list_is_the_same_in_another_order() {
        assertThat(wrongs("Ann, Ben, Cid")).containsExactlyInAnyOrder("Ben, Ann, Cid", "Ann, Cid, Ben");
    }

    @Test
    void a_wrong_text_shares_no_word_with_the_right_one() {
        assertThat(wrongs("the copper gate"))
                .isNotEmpty()
                .allSatisfy(wrong -> assertThat(wrong.split(" ")).doesNotContain("the", "copper", "gate"));
    }

    private static Set<String> wrongs(String right, String... prompt) {
        return LongStream.range(0, 400)
                .mapToObj(
                        i -> WrongAnswer.to(right, List.of(prompt), Draw.start().with(i)))
                .collect(Collectors.toSet());
    }
}
