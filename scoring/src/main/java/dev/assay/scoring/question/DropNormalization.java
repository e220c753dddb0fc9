package dev.assay.scoring.question;

import dev.assay.scoring.text.AnswerNormalization;
import dev.assay.scoring.text.PythonNumber;
import dev.assay.scoring.text.PythonText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The normalisation of DROP: the text is cut at spaces and hyphens; each part is folded, loses its ASCII punctuation
 * unless it is a number, is written as a decimal if it is one then, and loses articles and extra white space.
 *
 * <p>Source: allenai/allennlp-reading-comprehension, {@code drop_eval.py}, as lm-evaluation-harness, simple-evals and
 * Inspect have it; Inspect folds case by {@code casefold}. "1,000" and "1000" become "1000.0"; "-5" loses its sign, since
 * it is cut there.
 */
public final class DropNormalization {

    private DropNormalization() {}

    /** The normalised text with lower case. */
    public static String normalize(String text) {
        return normalize(text, PythonText::lower);
    }

    /**
     * The normalised text.
     *
     * @param fold of a part's case
     */
    public static String normalize(String text, UnaryOperator<String> fold) {
        List<String> parts = Stream.of(text.split("[ -]", -1))
                .map(part -> part(fold.apply(part)))
                .filter(part -> !part.isEmpty())
                .toList();
        return PythonText.strip(String.join(" ", parts));
    }

    /** The different words of a normalised text. */
    public static Set<String> words(String normalized) {
        return new LinkedHashSet<>(PythonText.split(normalized));
    }

    static boolean isNumber(String word) {
        return PythonNumber.parseFloat(word).isPresent();
    }

    private static String part(String folded) {
        String plain = isNumber(folded) ? folded : PythonText.withoutPunctuation(folded);
        String number = isNumber(plain)
                ? PythonNumber.repr(PythonNumber.parseFloat(plain).orElseThrow())
                : plain;
        return String.join(" ", PythonText.split(AnswerNormalization.withoutArticles(number)));
    }
}
