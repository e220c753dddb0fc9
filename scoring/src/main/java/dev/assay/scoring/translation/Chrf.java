package dev.assay.scoring.translation;

import dev.assay.scoring.text.PythonText;
import java.util.ArrayList;
import java.util.List;

/**
 * chrF and chrF++: the F score of n-grams of characters, and of words for chrF++.
 *
 * <p>Precision and recall are averaged over the orders for which both sides have n-grams, and then combined:
 * chrF = 100 (1 + b²) P R / (b² P + R). Of several references that with the best score counts.
 *
 * <p>Source: Popović 2015 and 2017; sacreBLEU 2.6, {@code metrics/chrf.py}. From 0 to 100, more is better. Characters are
 * Unicode code points. For word n-grams one ASCII punctuation mark is split off each word, at its end or else at its
 * start. Edges: 0 if either side is empty; n-grams of an order that the reference is too short for count on neither side.
 * Throws IllegalArgumentException without references. Immutable, safe for concurrent use.
 */
public final class Chrf implements TranslationMetric {

    private final ChrfSettings settings;

    public Chrf(ChrfSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "chrF" + settings.beta() + "+".repeat(settings.wordOrder());
    }

    @Override
    public int width() {
        return 3 * settings.orders();
    }

    /** For each order, characters first: n-grams of the hypothesis, of the reference, and common to both. */
    @Override
    public double[] statistics(String hypothesis, List<String> references) {
        if (references.isEmpty()) {
            throw new IllegalArgumentException("chrF needs a reference");
        }
        Ngrams characters = new Ngrams(settings.characterOrder());
        Ngrams words = new Ngrams(settings.wordOrder());
        String translated = fold(hypothesis);
        Ngrams.Counts translatedCharacters = characters.ofCodePoints(spaced(translated));
        Ngrams.Counts translatedWords = words.ofWords(words(translated));
        double[] best = new double[0];
        double bestScore = -1;
        for (String reference : references) {
            String expected = fold(reference);
            double[] counts = new double[width()];
            fill(counts, 0, settings.characterOrder(), translatedCharacters, characters.ofCodePoints(spaced(expected)));
            fill(
                    counts,
                    settings.characterOrder(),
                    settings.wordOrder(),
                    translatedWords,
                    words.ofWords(words(expected)));
            double score = score(counts);
            if (score > bestScore) {
                bestScore = score;
                best = counts;
            }
        }
        return best;
    }

    @Override
    public double score(double[] sums) {
        return ChrfFormula.score(sums, settings);
    }

    @Override
    public Signature signature(References references) {
        return settings.signature(references);
    }

    /** The score of a single segment. */
    public ChrfScore segment(String hypothesis, List<String> references) {
        return result(statistics(hypothesis, references));
    }

    /** The score of a corpus. */
    public ChrfScore corpus(Corpus corpus) {
        return result(sum(statistics(corpus)));
    }

    /** The score from sums of {@link #statistics}. */
    public ChrfScore result(double[] sums) {
        return new ChrfScore(name(), score(sums));
    }

    private static void fill(double[] counts, int from, int orders, Ngrams.Counts translated, Ngrams.Counts expected) {
        for (int n = 1; n <= orders; n++) {
            int at = 3 * (from + n - 1);
            int inReference = expected.total(n);
            counts[at] = inReference == 0 ? 0 : translated.total(n);
            counts[at + 1] = inReference;
            counts[at + 2] = translated.common(expected, n);
        }
    }

    private String fold(String text) {
        return settings.lowercase() ? PythonText.lower(text) : text;
    }

    private String spaced(String text) {
        return settings.whitespace() ? text : String.join("", PythonText.split(text));
    }

    private List<String> words(String text) {
        if (settings.wordOrder() == 0) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        for (String word : PythonText.split(text)) {
            int end = word.length() - 1;
            if (end > 0 && PythonText.isAsciiPunctuation(word.charAt(end))) {
                words.add(word.substring(0, end));
                words.add(word.substring(end));
            } else if (end > 0 && PythonText.isAsciiPunctuation(word.charAt(0))) {
                words.add(word.substring(0, 1));
                words.add(word.substring(1));
            } else {
                words.add(word);
            }
        }
        return words;
    }
}
