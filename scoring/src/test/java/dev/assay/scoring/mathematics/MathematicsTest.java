package dev.assay.scoring.mathematics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MathematicsTest {

    @ParameterizedTest
    @CsvSource({
        "STRICT,#### 1.250 and #### 2,1.250",
        "STRICT_COT,The answer is 7.,7",
        "FLEXIBLE,first 3 then $18.,$18.",
        "OPENAI,'#### 1,250',1250"
    })
    void each_extraction_takes_its_number(Gsm8k.Extraction extraction, String answer, String expected) {
        // When
        var number = new Gsm8k(extraction).extract(answer);

        // Then
        assertThat(number).contains(expected);
    }

    @Test
    void the_reference_may_be_a_whole_solution() {
        // Given
        Gsm8k flexible = new Gsm8k(Gsm8k.Extraction.FLEXIBLE);

        // When
        boolean right = flexible.isRight("It costs $1,250.", "Add.\nSo:\n#### 1250");

        // Then
        assertThat(right).isTrue();
        assertThat(flexible.isRight("It costs 18.0", "#### 18")).isFalse();
    }

    @Test
    void openai_needs_a_marked_reference() {
        // Given
        Gsm8k openai = new Gsm8k(Gsm8k.Extraction.OPENAI);

        // When / Then
        assertThatThrownBy(() -> openai.isRight("#### 5", "5")).isInstanceOf(IllegalArgumentException.class);
        assertThat(openai.isRight("no number", "#### 5")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ja,答え: 7 と 18.00,18.00", "fr,Réponse 3 puis Réponse: -5.,5", "en,'Answer: 1,234 eggs',1234"})
    void mgsm_takes_the_last_number_after_the_last_prefix(String language, String answer, String expected) {
        // When
        var number = Mgsm.inLanguage(language).extract(answer);

        // Then
        assertThat(number).contains(expected);
    }

    @Test
    void mgsm_compares_without_a_zero_fraction() {
        // When / Then
        assertThat(Mgsm.isRight("18.00", "18")).isTrue();
        assertThat(Mgsm.isRight("1800", "18")).isFalse();
        assertThat(Mgsm.isRight("1234", "1,234")).isTrue();
        assertThatThrownBy(() -> Mgsm.inLanguage("xx")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mgsm("")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\\dfrac34;\\frac{3}{4};true",
                "3/4;\\frac34;true",
                "x=5;5;true",
                "xyz=5;5;false",
                "10 \\text{ cm};10;true",
                ".5;0.5;true",
                "0.25;\\frac{1}{4};false",
                "\\sqrt3;\\sqrt{3};true",
                "50\\%;50;true"
            })
    void hendrycks_compares_normalised_text(String one, String other, boolean same) {
        // When
        boolean found = HendrycksEquivalence.MATH.isSame(one, other);

        // Then
        assertThat(found).isEqualTo(same);
        assertThat(HendrycksEquivalence.HARNESS.isSame(one, other)).isEqualTo(same);
    }

    @Test
    void the_implementations_differ_where_a_fraction_has_letters() {
        // When
        boolean math = HendrycksEquivalence.MATH.isSame("\\left(a/b\\right)", "(a/b)");
        boolean harness = HendrycksEquivalence.HARNESS.isSame("\\left(a/b\\right)", "(a/b)");

        // Then
        assertThat(math).isTrue();
        assertThat(harness).isFalse();
    }

    @Test
    void what_cannot_be_normalised_is_compared_as_it_is() {
        // When / Then
        assertThat(HendrycksEquivalence.MATH.normalized("\\sqrt")).isEmpty();
        assertThat(HendrycksEquivalence.MATH.normalized("1\\text{ a}\\text{ b}"))
                .isEmpty();
        assertThat(HendrycksEquivalence.MATH.isSame("\\sqrt", "\\sqrt")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "10\\text{ units};10",
                "\\$1,000;1000",
                "f(x)=2;2",
                "so $x+1$ it is;$x+1$",
                "\\left(3\\right);\\le(3\\right)",
                "\\frac12;\\frac{1}{2}",
                "\\boxed{\\sqrt4};\\sqrt{4}"
            })
    void minerva_normalises_with_all_side_effects(String answer, String expected) {
        // When
        String normal = new MinervaNormalization().normalize(answer);

        // Then
        assertThat(normal).isEqualTo(expected.replace("$", ""));
    }

    @Test
    void minerva_compares_meaning_but_not_what_is_no_formula() {
        // Given
        MinervaEquivalence equivalence = new MinervaEquivalence();

        // When / Then
        assertThat(equivalence.isSame("\\frac{1}{2}", "0.5")).isTrue();
        assertThat(equivalence.isSame("[1,2)", "[1,2)")).isFalse();
    }

    @Test
    void the_final_answer_stands_in_one_sentence() {
        // Given
        MinervaNormalization minerva = new MinervaNormalization();

        // When
        var answer = minerva.finalAnswer("Final Answer: The final answer is $7$. I hope it is correct.\n\nProblem:");

        // Then
        assertThat(answer).contains("$7$");
        assertThat(minerva.finalAnswer("7")).isEmpty();
    }

    @Test
    void a_box_is_found_with_its_command() {
        // When / Then
        assertThat(BoxedAnswer.lastBox("\\boxed{1} \\fbox{2}")).contains("\\boxed{1}");
        assertThat(BoxedAnswer.lastBox("only \\fbox{2}")).contains("\\fbox{2}");
        assertThat(BoxedAnswer.last("only \\fbox{2}")).isEmpty();
        assertThat(BoxedAnswer.last("\\boxed 7$ done")).contains("7");
    }
}
