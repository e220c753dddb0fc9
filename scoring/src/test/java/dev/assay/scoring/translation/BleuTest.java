package dev.assay.scoring.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected numbers are those of sacreBLEU 2.6 for the same texts. */
class BleuTest {

    private static final BleuSettings STANDARD = BleuSettings.STANDARD;

    @Test
    void a_corpus_with_a_varying_number_of_references_scores_as_in_sacrebleu() {
        // Given
        Corpus corpus = Texts.corpus();
        Bleu bleu = new Bleu(STANDARD);

        // When
        BleuScore score = bleu.corpus(corpus);

        // Then
        assertThat(score.score()).isCloseTo(32.4069446727242, within(1e-10));
        assertThat(score.text())
                .isEqualTo("BLEU = 32.41 64.7/50.0/27.3/12.5 (BP = 1.000 ratio = 1.000 hyp_len = 17 ref_len = 17)");
        assertThat(bleu.signature(corpus.references()).text())
                .startsWith("nrefs:var|case:mixed|eff:no|tok:13a|smooth:exp|version:");
    }

    @Test
    void tokenizer_case_and_order_are_settings() {
        // Given
        Bleu characters = new Bleu(new BleuSettings(
                true, BleuTokenizer.CHARACTER, Smoothing.EXPONENTIAL, OptionalDouble.empty(), 4, false));
        Bleu bigrams = new Bleu(new BleuSettings(
                false, BleuTokenizer.MTEVAL_13A, Smoothing.EXPONENTIAL, OptionalDouble.empty(), 2, false));

        // When
        double ofCharacters = characters.corpus(Texts.corpus()).score();
        double ofBigrams = bigrams.corpus(Texts.corpus()).score();

        // Then
        assertThat(ofCharacters).isCloseTo(50.525542143945664, within(1e-10));
        assertThat(ofBigrams).isCloseTo(56.87964589945211, within(1e-10));
    }

    @ParameterizedTest
    @CsvSource({
        "none, 0.0",
        "floor, 10.266900960803408",
        "add-k, 32.46679154750989",
        "exp, 19.304869754804482",
    })
    void an_order_without_a_match_is_smoothed(String method, double expected) {
        // Given
        Smoothing smoothing = Smoothing.named(method).orElseThrow();
        Bleu bleu = new Bleu(
                new BleuSettings(false, BleuTokenizer.MTEVAL_13A, smoothing, OptionalDouble.empty(), 4, false));

        // When
        BleuScore score = bleu.segment("the cat is on a mat", List.of("the cat sat on the mat"));

        // Then
        assertThat(score.score()).isCloseTo(expected, within(1e-10));
    }

    @Test
    void the_number_of_a_smoothing_is_part_of_the_signature() {
        // Given
        Bleu usual = new Bleu(
                new BleuSettings(false, BleuTokenizer.MTEVAL_13A, Smoothing.ADD_K, OptionalDouble.empty(), 4, true));
        Bleu given = new Bleu(
                new BleuSettings(true, BleuTokenizer.CHINESE, Smoothing.FLOOR, OptionalDouble.of(0.25), 4, false));

        // When
        String ofUsual = usual.signature(References.of(2)).abbreviated();
        String ofGiven = given.signature(References.of(1)).resampled(1000, 7).text();

        // Then
        assertThat(ofUsual).startsWith("#:2|c:mixed|e:yes|tok:13a|s:add-k[1.00]|v:");
        assertThat(ofGiven).startsWith("nrefs:1|bs:1000|seed:7|case:lc|eff:no|tok:zh|smooth:floor[0.25]|version:");
    }

    @Test
    void a_short_segment_has_a_score_by_effective_order_only() {
        // Given
        Bleu whole = new Bleu(STANDARD);
        Bleu effective = new Bleu(STANDARD.withEffectiveOrder());

        // When
        BleuScore without = whole.segment("the cat", List.of("the cat sat"));
        BleuScore with = effective.segment("the cat", List.of("the cat sat"));

        // Then
        assertThat(without.score()).isZero();
        assertThat(with.score()).isCloseTo(60.653065971263366, within(1e-10));
        assertThat(with.brevityPenalty()).isCloseTo(Math.exp(-0.5), within(1e-15));
    }

    @Test
    void of_two_references_equally_near_in_length_the_shorter_counts() {
        // When
        BleuScore score = new Bleu(STANDARD).segment("a b c d e", List.of("a b c d e f", "a b c d"));

        // Then
        assertThat(score.referenceLength()).isEqualTo(4);
        assertThat(score.brevityPenalty()).isEqualTo(1);
    }

    @Test
    void a_word_counts_as_often_as_in_the_reference_where_it_is_most_frequent() {
        // When
        BleuScore score = new Bleu(STANDARD).segment("the the the the", List.of("the cat", "the dog and the fox"));

        // Then
        assertThat(score.counts()).containsExactly(2.0, 0.0, 0.0, 0.0);
        assertThat(score.totals()).containsExactly(4.0, 3.0, 2.0, 1.0);
    }

    @Test
    void without_a_match_the_score_is_zero_whatever_the_smoothing() {
        // When
        BleuScore unlike = new Bleu(STANDARD).segment("a b c d", List.of("w x y z"));
        BleuScore empty = new Bleu(STANDARD).segment("", List.of(""));

        // Then
        assertThat(unlike.score()).isZero();
        assertThat(unlike.precisions()).containsOnly(0.0);
        assertThat(empty.score()).isZero();
        assertThat(empty.brevityPenalty()).isEqualTo(1);
    }

    @Test
    void decimals_are_rounded_from_the_exact_value() {
        // When
        String text = new Bleu(STANDARD)
                .ofCounts(new double[] {5, 4, 3, 2}, new double[] {16, 16, 16, 16}, 16, 16)
                .text();

        // Then
        assertThat(text).contains("31.2/25.0/18.8/12.5");
    }

    @Test
    void what_cannot_be_scored_is_refused() {
        // Given
        Bleu bleu = new Bleu(STANDARD);

        // When
        var withoutReference = assertThatThrownBy(() -> bleu.segment("a", List.of()));
        var withoutCounts = assertThatThrownBy(() -> bleu.ofCounts(new double[] {1, 1}, new double[] {2, 1}, 2, 2));
        var unequal = assertThatThrownBy(() -> Corpus.ofStreams(List.of("a", "b"), List.of(List.of("a"))));
        var empty = assertThatThrownBy(() -> new Corpus(List.of()));

        // Then
        withoutReference.isInstanceOf(IllegalArgumentException.class);
        withoutCounts.isInstanceOf(IllegalArgumentException.class);
        unequal.isInstanceOf(IllegalArgumentException.class).hasMessage("2 hypotheses, but 1 references in a stream");
        empty.isInstanceOf(IllegalArgumentException.class);
    }
}
