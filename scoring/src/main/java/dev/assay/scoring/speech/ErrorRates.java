package dev.assay.scoring.speech;

import dev.assay.scoring.edit.Alignment;
import dev.assay.scoring.text.PythonText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The error rates of transcripts from counts of hits H, substitutions S, insertions I and deletions D.
 *
 * <p>Source: Morris et al. 2004; jiwer 4, {@code process.py}. Without any reference symbol the error rate is the number of
 * symbols that were inserted, the match error rate and the information lost are 1, and all are 0 if there is no symbol on
 * either side. Of two shortest alignments with different counts, that of RapidFuzz is taken.
 *
 * @param counts over all sentences
 */
public record ErrorRates(Alignment counts) {

    /**
     * Rates of words.
     *
     * @throws IllegalArgumentException if there are not as many hypotheses as references, or the texts are too long
     */
    public static ErrorRates ofWords(List<String> references, List<String> hypotheses, Transform transform) {
        Map<String, Integer> numbers = new HashMap<>();
        return of(numbered(transform.words(references), numbers), numbered(transform.words(hypotheses), numbers));
    }

    /**
     * Rates of characters, that is code points, spaces among them; white space at the ends does not count.
     *
     * @throws IllegalArgumentException if there are not as many hypotheses as references, or the texts are too long
     */
    public static ErrorRates ofCharacters(List<String> references, List<String> hypotheses) {
        return of(characters(references), characters(hypotheses));
    }

    /** Word or character error rate, (S + I + D) / (S + D + H): from 0, less is better, above 1 for too much text. */
    public double errorRate() {
        long length = counts.referenceLength();
        return length == 0 ? counts.insertions() : (double) counts.errors() / length;
    }

    /** Match error rate, (S + I + D) / (S + I + D + H): from 0 to 1, less is better. */
    public double matchErrorRate() {
        long all = counts.errors() + counts.hits();
        return all == 0 ? 0 : (double) counts.errors() / all;
    }

    /** Word information preserved, H / reference length times H / hypothesis length: from 0 to 1, more is better. */
    public double informationPreserved() {
        if (counts.referenceLength() == 0 && counts.hypothesisLength() == 0) {
            return 1;
        }
        if (counts.hits() == 0) {
            return 0;
        }
        return (double) counts.hits() / counts.referenceLength() * ((double) counts.hits() / counts.hypothesisLength());
    }

    /** Word information lost, 1 - {@link #informationPreserved}: from 0 to 1, less is better. */
    public double informationLost() {
        return 1 - informationPreserved();
    }

    private static ErrorRates of(List<int[]> references, List<int[]> hypotheses) {
        if (references.size() != hypotheses.size()) {
            throw new IllegalArgumentException(
                    "%d references, but %d hypotheses".formatted(references.size(), hypotheses.size()));
        }
        Alignment counts = Alignment.EMPTY;
        for (int i = 0; i < references.size(); i++) {
            counts = counts.plus(Alignment.of(references.get(i), hypotheses.get(i)));
        }
        return new ErrorRates(counts);
    }

    private static List<int[]> numbered(List<List<String>> sentences, Map<String, Integer> numbers) {
        return sentences.stream()
                .map(words -> words.stream()
                        .mapToInt(word -> numbers.computeIfAbsent(word, unseen -> numbers.size()))
                        .toArray())
                .toList();
    }

    private static List<int[]> characters(List<String> sentences) {
        return sentences.stream()
                .map(sentence -> PythonText.strip(sentence).codePoints().toArray())
                .toList();
    }
}
