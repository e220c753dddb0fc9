package dev.assay.scoring.translation;

import dev.assay.scoring.text.PythonText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Translation edit rate: 100 times the edits to the reference (see {@code EditRate}) divided by the reference's words.
 *
 * <p>Of several references the one with the fewest edits counts, and the average of their lengths.
 *
 * <p>Source: Snover et al. 2006; Tercom; sacreBLEU 2.6, {@code metrics/ter.py} and {@code lib_ter.py}. From 0, less is
 * better; over 100 for translations that are longer than the reference and wrong. Edges: without any reference word 100
 * if the hypothesis has words and 0 if not. Throws IllegalArgumentException without references. Immutable, safe for
 * concurrent use.
 */
public final class Ter implements TranslationMetric {

    private final TercomTokenizer tokenizer;

    public Ter(TercomTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    @Override
    public String name() {
        return "TER";
    }

    @Override
    public int width() {
        return 2;
    }

    /** Fewest edits, and the average length of the references. */
    @Override
    public double[] statistics(String hypothesis, List<String> references) {
        if (references.isEmpty()) {
            throw new IllegalArgumentException("TER needs a reference");
        }
        Map<String, Integer> numbers = new HashMap<>();
        int[] translated = words(tokenize(hypothesis), numbers);
        int fewest = Integer.MAX_VALUE;
        double length = 0;
        for (String reference : references) {
            // References are tokenized twice in sacreBLEU, which for escapes of escapes is not the same as once.
            int[] expected = words(tokenize(tokenize(reference)), numbers);
            fewest = Math.min(fewest, EditRate.edits(translated, expected));
            length += expected.length;
        }
        return new double[] {fewest, length / references.size()};
    }

    @Override
    public double score(double[] sums) {
        if (sums[1] > 0) {
            return 100 * (sums[0] / sums[1]);
        }
        return sums[0] > 0 ? 100 : 0;
    }

    @Override
    public Signature signature(References references) {
        return Signature.of(
                references,
                new Signature.Field("case", "c", tokenizer.caseSensitive() ? "mixed" : "lc"),
                new Signature.Field("tok", "t", "tercom"),
                new Signature.Field("norm", "nr", Signature.yes(tokenizer.normalized())),
                new Signature.Field("punct", "pn", Signature.yes(!tokenizer.withoutPunctuation())),
                new Signature.Field("asian", "as", Signature.yes(tokenizer.asian())));
    }

    /** The score of a single segment. */
    public TerScore segment(String hypothesis, List<String> references) {
        return result(statistics(hypothesis, references));
    }

    /** The score of a corpus. */
    public TerScore corpus(Corpus corpus) {
        return result(sum(statistics(corpus)));
    }

    /** The score with its parts, from sums of {@link #statistics}. */
    public TerScore result(double[] sums) {
        return new TerScore(score(sums), (long) sums[0], sums[1]);
    }

    private String tokenize(String text) {
        return tokenizer.tokenize(TrailingSpace.removedFrom(text));
    }

    private static int[] words(String tokenized, Map<String, Integer> numbers) {
        return PythonText.split(tokenized).stream()
                .mapToInt(word -> numbers.computeIfAbsent(word, unseen -> numbers.size()))
                .toArray();
    }
}
