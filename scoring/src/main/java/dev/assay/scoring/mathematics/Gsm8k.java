package dev.assay.scoring.mathematics;

import dev.assay.scoring.pattern.Match;
import dev.assay.scoring.pattern.PatternLimitException;
import dev.assay.scoring.pattern.SafePattern;
import dev.assay.scoring.text.PythonText;
import java.util.List;
import java.util.Optional;

/**
 * Finds and compares the number that answers a GSM8K question.
 *
 * <p>Sources: lm-evaluation-harness, {@code tasks/gsm8k} (strict and flexible), and openai/grade-school-math,
 * {@code dataset.py}. The harness removes commas, dollar signs, everything up to {@code "#### "} and a full stop at the
 * end from both sides and compares in lower case; OpenAI's code reads the reference as it reads the answer and removes
 * commas. Numbers are compared as text: 18.0 is not 18. Thread-safe.
 */
public final class Gsm8k {

    /** Which number of the answer counts. */
    public enum Extraction {
        /** The first after {@code "#### "}. */
        STRICT("#### (\\-?[0-9\\.\\,]+)", false),
        /** The first after "The answer is ", which one more character must follow. */
        STRICT_COT("The answer is (\\-?[0-9\\.\\,]+).", false),
        /** The last one; two or more of digits, dollar signs, commas and points, or digits alone. */
        FLEXIBLE("(-?[$0-9.,]{2,})|(-?[0-9]+)", true),
        /** As strict, commas removed, and the reference must have it too. */
        OPENAI("#### (\\-?[0-9\\.\\,]+)", false);

        private final String pattern;
        private final boolean last;

        Extraction(String pattern, boolean last) {
            this.pattern = pattern;
            this.last = last;
        }
    }

    private static final String INVALID = "[invalid]";

    private final Extraction extraction;
    private final SafePattern pattern;
    private final List<SafePattern> ignored;

    public Gsm8k(Extraction extraction) {
        this.extraction = extraction;
        this.pattern = SafePattern.compile(extraction.pattern);
        this.ignored = List.of(
                SafePattern.compile(","),
                SafePattern.compile("\\$"),
                SafePattern.compile("(?s).*#### "),
                SafePattern.compile("\\.$"));
    }

    /**
     * The number as it is written in an answer.
     *
     * @throws PatternLimitException if the text is very long
     */
    public Optional<String> extract(String text) {
        Optional<Match> match = extraction.last ? pattern.last(text) : pattern.first(text);
        Optional<String> number = match.flatMap(Match::answer).map(PythonText::strip);
        return extraction == Extraction.OPENAI ? number.map(n -> n.replace(",", "")) : number;
    }

    /**
     * Whether the answer's number is that of the reference.
     *
     * @param reference the full solution with its {@code "#### "}; for the harness's ways the number alone will do
     * @throws IllegalArgumentException if the reference has no number that could be compared
     * @throws PatternLimitException if a text is very long
     */
    public boolean isRight(String answer, String reference) {
        if (extraction == Extraction.OPENAI) {
            String expected = extract(reference)
                    .orElseThrow(() -> new IllegalArgumentException("the reference has no number after '####'"));
            return extract(answer).filter(expected::equals).isPresent();
        }
        return fold(extract(answer).orElse(INVALID)).equals(fold(reference));
    }

    private String fold(String text) {
        String folded = text;
        for (SafePattern part : ignored) {
            folded = part.removeFrom(folded);
        }
        return PythonText.lower(folded);
    }
}
