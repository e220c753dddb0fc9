package dev.assay.scoring.translation;

import dev.assay.scoring.text.PythonText;
import java.util.Arrays;
import java.util.List;

/**
 * BLEU: how many n-grams of the translations occur in a reference, as a geometric mean over the orders, lowered for
 * translations that are too short.
 *
 * <p>With c matches (each n-gram at most as often as in the reference where it is most frequent) of t n-grams of order n,
 * BLEU = 100 min(1, exp(1 - r / h)) exp(mean over n of log(c / t)), where h is the length of the hypotheses and r that of
 * the references, of which for each segment the nearest in length counts, the shorter one in a tie.
 *
 * <p>Source: Papineni et al. 2002; Post 2018; sacreBLEU 2.6, {@code metrics/bleu.py}. From 0 to 100, more is better.
 * Edges: 0 without any match, also if all texts are empty. Throws IllegalArgumentException without references.
 * Immutable, safe for concurrent use.
 */
public final class Bleu implements TranslationMetric {

    private final BleuSettings settings;

    public Bleu(BleuSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "BLEU";
    }

    @Override
    public int width() {
        return 2 + 2 * settings.maximumOrder();
    }

    /** Both lengths, then the matches by order, then the n-grams of the hypothesis by order. */
    @Override
    public double[] statistics(String hypothesis, List<String> references) {
        if (references.isEmpty()) {
            throw new IllegalArgumentException("BLEU needs a reference");
        }
        int orders = settings.maximumOrder();
        Ngrams ngrams = new Ngrams(orders);
        Ngrams.Counts translated = ngrams.ofWords(words(hypothesis));
        Ngrams.Counts expected = null;
        int nearest = 0;
        for (String reference : references) {
            Ngrams.Counts one = ngrams.ofWords(words(reference));
            nearest = expected == null ? one.length() : nearer(translated.length(), nearest, one.length());
            expected = expected == null ? one : expected.atLeast(one);
        }
        double[] statistics = new double[width()];
        statistics[0] = translated.length();
        statistics[1] = nearest;
        for (int n = 1; n <= orders; n++) {
            statistics[1 + n] = expected == null ? 0 : translated.common(expected, n);
            statistics[1 + orders + n] = translated.total(n);
        }
        return statistics;
    }

    @Override
    public double score(double[] sums) {
        return result(sums).score();
    }

    @Override
    public Signature signature(References references) {
        return settings.signature(references);
    }

    /** The score of a single segment; meant to be used with an effective order. */
    public BleuScore segment(String hypothesis, List<String> references) {
        return result(statistics(hypothesis, references));
    }

    /** The score of a corpus. */
    public BleuScore corpus(Corpus corpus) {
        return result(sum(statistics(corpus)));
    }

    /** The score with its parts, from sums of {@link #statistics}. */
    public BleuScore result(double[] sums) {
        int orders = settings.maximumOrder();
        return BleuScore.of(
                Arrays.copyOfRange(sums, 2, 2 + orders),
                Arrays.copyOfRange(sums, 2 + orders, 2 + 2 * orders),
                (long) sums[0],
                (long) sums[1],
                settings);
    }

    /**
     * The score from counts that were made elsewhere.
     *
     * @param correct matching n-grams by order
     * @param total n-grams of the hypotheses by order
     */
    public BleuScore ofCounts(double[] correct, double[] total, long hypothesisLength, long referenceLength) {
        return BleuScore.of(correct, total, hypothesisLength, referenceLength, settings);
    }

    private List<String> words(String text) {
        String folded = settings.lowercase() ? PythonText.lower(text) : text;
        return PythonText.split(settings.tokenizer().tokenize(TrailingSpace.removedFrom(folded)));
    }

    private static int nearer(int length, int one, int other) {
        int first = Math.abs(length - one);
        int second = Math.abs(length - other);
        if (first == second) {
            return Math.min(one, other);
        }
        return first < second ? one : other;
    }
}
