package dev.assay.scoring.question;

import dev.assay.scoring.text.AnswerNormalization;
import java.util.List;

/**
 * Exact match and F1 of an answer to a SQuAD question, after SQuAD's normalisation ({@link AnswerNormalization}).
 *
 * <p>Source: Rajpurkar et al. 2016 and 2018; {@code evaluate-v1.1.py}, {@code evaluate-v2.0.py}. Range 0 to 1, higher is
 * better; with several references the best one counts, with none nothing can be scored. The two versions differ where a
 * side normalises to nothing: v1.1 gives F1 0 then, v2 gives 1 if both sides do and 0 otherwise. Stateless.
 */
public enum Squad {
    V1_1,
    V2;

    /**
     * 1 if prediction and a reference have the same words in the same order, else 0.
     *
     * @throws IllegalArgumentException if there is no reference
     */
    public double exactMatch(String prediction, List<String> references) {
        String normalized = AnswerNormalization.normalize(prediction);
        return check(references).stream()
                        .anyMatch(reference ->
                                AnswerNormalization.normalize(reference).equals(normalized))
                ? 1
                : 0;
    }

    /**
     * The best F1 over the references.
     *
     * @throws IllegalArgumentException if there is no reference
     */
    public double f1(String prediction, List<String> references) {
        List<String> words = AnswerNormalization.words(prediction);
        return check(references).stream()
                .mapToDouble(reference -> f1(words, AnswerNormalization.words(reference)))
                .max()
                .orElseThrow();
    }

    private double f1(List<String> predicted, List<String> expected) {
        if (this == V2 && predicted.isEmpty() && expected.isEmpty()) {
            return 1;
        }
        return TokenOverlap.ofBags(predicted, expected);
    }

    private static List<String> check(List<String> references) {
        if (references.isEmpty()) {
            throw new IllegalArgumentException("a SQuAD answer needs a reference");
        }
        return references;
    }
}
