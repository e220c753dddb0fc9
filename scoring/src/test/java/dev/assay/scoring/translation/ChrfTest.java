package dev.assay.scoring.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected numbers are those of sacreBLEU 2.6 for the same texts. */
class ChrfTest {

    @ParameterizedTest
    @CsvSource({
        "0, 2, false, false, false, chrF2, 42.701909538359075",
        "2, 2, false, false, false, chrF2++, 46.405002883287665",
        "0, 3, true, false, false, chrF3, 42.041436421624276",
        "0, 2, false, true, true, chrF2, 50.266238994499865",
    })
    void a_corpus_scores_as_in_sacrebleu(
            int wordOrder,
            int beta,
            boolean lowercase,
            boolean whitespace,
            boolean epsilon,
            String name,
            double expected) {
        // Given
        Chrf chrf = new Chrf(new ChrfSettings(6, wordOrder, beta, lowercase, whitespace, epsilon));

        // When
        ChrfScore score = chrf.corpus(Texts.corpus());

        // Then
        assertThat(score.name()).isEqualTo(name);
        assertThat(score.score()).isCloseTo(expected, within(1e-10));
    }

    @Test
    void settings_are_in_the_signature() {
        // Given
        Chrf chrf = new Chrf(new ChrfSettings(6, 2, 2, true, true, true));

        // When
        String signature = chrf.signature(References.of(1)).text();

        // Then
        assertThat(signature).startsWith("nrefs:1|case:lc|eff:no|nc:6|nw:2|space:yes|version:");
    }

    @Test
    void equal_texts_have_all_and_empty_ones_nothing() {
        // Given
        Chrf chrf = new Chrf(ChrfSettings.STANDARD);

        // When
        double equal = chrf.segment("same text", List.of("same text")).score();
        double without = chrf.segment("", List.of("text")).score();
        double both = chrf.segment("", List.of("")).score();

        // Then
        assertThat(equal).isEqualTo(100);
        assertThat(without).isZero();
        assertThat(both).isZero();
    }

    @Test
    void an_order_that_the_reference_is_too_short_for_counts_on_neither_side() {
        // When
        double[] statistics = new Chrf(ChrfSettings.STANDARD).statistics("abcd", List.of("ab"));

        // Then
        assertThat(statistics).startsWith(4, 2, 2, 3, 1, 1).endsWith(new double[12]);
    }

    @Test
    void a_character_is_a_code_point() {
        // When
        double[] statistics =
                new Chrf(new ChrfSettings(1, 0, 2, false, false, false)).statistics("😀a", List.of("😁a"));

        // Then
        assertThat(statistics).containsExactly(2, 2, 1);
    }

    @Test
    void one_mark_is_split_off_each_word_at_its_end_or_else_at_its_start() {
        // Given
        Chrf chrf = new Chrf(new ChrfSettings(1, 1, 2, false, false, false));

        // When
        double[] statistics = chrf.statistics("(a) (b !", List.of("(a ) ( b !"));

        // Then
        assertThat(statistics).endsWith(5, 6, 4);
    }

    @Test
    void of_several_references_the_best_counts() {
        // When
        ChrfScore score = new Chrf(ChrfSettings.STANDARD).segment("a cat", List.of("dogs", "a cat", "a bat"));

        // Then
        assertThat(score.text()).isEqualTo("chrF2 = 100.00");
    }

    @Test
    void settings_without_any_order_are_refused() {
        // When
        var refused = assertThatThrownBy(() -> new ChrfSettings(0, 0, 2, false, false, false));

        // Then
        refused.isInstanceOf(IllegalArgumentException.class);
    }
}
