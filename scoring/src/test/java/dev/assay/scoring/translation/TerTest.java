package dev.assay.scoring.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected numbers are those of sacreBLEU 2.6 for the same texts. */
class TerTest {

    private static final TercomTokenizer PLAIN = new TercomTokenizer(false, false, false, false);

    @ParameterizedTest
    @CsvSource({
        "false, false, false, 37.5, 6, 16.0",
        "true, false, false, 33.33333333333333, 6, 18.0",
        "false, true, true, 37.5, 6, 16.0",
    })
    void a_corpus_scores_as_in_sacrebleu(
            boolean normalized, boolean noPunctuation, boolean cased, double expected, long edits, double length) {
        // Given
        Ter ter = new Ter(new TercomTokenizer(normalized, noPunctuation, false, cased));

        // When
        TerScore score = ter.corpus(Texts.corpus());

        // Then
        assertThat(score.score()).isCloseTo(expected, within(1e-10));
        assertThat(score.edits()).isEqualTo(edits);
        assertThat(score.referenceLength()).isEqualTo(length);
    }

    @Test
    void a_block_that_moves_is_one_edit() {
        // When
        TerScore score = new Ter(PLAIN).segment("c d e a b", List.of("a b c d e"));

        // Then
        assertThat(score.edits()).isEqualTo(1);
        assertThat(score.text()).isEqualTo("TER = 20.00");
    }

    @Test
    void fewest_edits_count_and_the_average_length() {
        // When
        TerScore score = new Ter(PLAIN).segment("a b c", List.of("a b", "x y z w"));

        // Then
        assertThat(score.edits()).isEqualTo(1);
        assertThat(score.referenceLength()).isEqualTo(3);
    }

    @Test
    void without_reference_words_all_is_wrong_or_nothing() {
        // Given
        Ter ter = new Ter(PLAIN);

        // When
        double words = ter.segment("some words", List.of("")).score();
        double none = ter.segment("", List.of(" ")).score();

        // Then
        assertThat(words).isEqualTo(100);
        assertThat(none).isZero();
    }

    @Test
    void a_reference_is_tokenized_twice_as_in_sacrebleu() {
        // Given
        Ter ter = new Ter(new TercomTokenizer(true, false, false, false));

        // When
        TerScore score = ter.segment("&amp;amp;lt", List.of("&amp;amp;lt"));

        // Then
        assertThat(score.edits()).isZero();
        assertThat(score.referenceLength()).isEqualTo(4);
    }

    @Test
    void settings_are_in_the_signature() {
        // When
        String signature = new Ter(new TercomTokenizer(true, true, true, true))
                .signature(References.of(1))
                .text();

        // Then
        assertThat(signature).startsWith("nrefs:1|case:mixed|tok:tercom|norm:yes|punct:no|asian:yes|version:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Jim's car.|true|false|false|jim 's car .",
                "A ; B ) C : D.|false|true|false|a b c d",
                "a b c d.|false|false|false|a b c d.",
                "2024年我买了。|true|false|true|2024 年 我 买 了 。",
                "2024年我买了。|true|true|true|2024 年 我 买 了",
            })
    void the_tokenizer_is_that_of_tercom(
            String text, boolean normalized, boolean noPunctuation, boolean asian, String expected) {
        // Given
        TercomTokenizer tokenizer = new TercomTokenizer(normalized, noPunctuation, asian, false);

        // When
        String tokens = tokenizer.tokenize(text);

        // Then
        assertThat(tokens).isEqualTo(expected);
    }

    @Property
    void shifts_never_make_more_edits_than_words_replaced_alone(
            @ForAll("words") int[] hypothesis, @ForAll("words") int[] reference) {
        // When
        int edits = EditRate.edits(hypothesis, reference);

        // Then
        assertThat(edits)
                .isBetween(
                        Math.abs(hypothesis.length - reference.length), Math.max(hypothesis.length, reference.length));
    }

    @Property
    void only_equal_words_need_no_edit(@ForAll("words") int[] hypothesis, @ForAll("words") int[] reference) {
        // When
        int edits = EditRate.edits(hypothesis, reference);

        // Then
        assertThat(edits == 0).isEqualTo(Arrays.equals(hypothesis, reference));
    }

    @Property(tries = 200)
    void the_distance_from_a_common_start_is_that_from_the_beginning(
            @ForAll("words") int[] words, @ForAll("words") int[] reference) {
        // Given
        int[] turned = words.clone();
        if (turned.length > 1) {
            turned[turned.length - 1] = words[0];
            turned[0] = words[words.length - 1];
        }
        BeamMatrix matrix = new BeamMatrix(reference);
        matrix.keep(words);

        // When
        int fromStart = matrix.distance(turned, 0);

        // Then
        assertThat(fromStart).isEqualTo(new BeamMatrix(reference).keep(turned));
    }

    @Provide
    Arbitrary<int[]> words() {
        return Arbitraries.integers().between(0, 4).array(int[].class).ofMaxSize(12);
    }
}
