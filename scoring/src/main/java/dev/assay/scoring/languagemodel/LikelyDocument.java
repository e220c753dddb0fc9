package dev.assay.scoring.languagemodel;

import dev.assay.scoring.text.PythonText;
import java.nio.charset.StandardCharsets;

/**
 * A document with the natural logarithm of the probability that a model gives it.
 *
 * @param logLikelihood of the whole text
 */
public record LikelyDocument(String text, double logLikelihood) {

    /**
     * How many words the text has by the harness's count, {@code len(re.split(r"\s+", text))}: white space at an end counts
     * as a word more, and the empty text as one word.
     */
    public int words() {
        int words = 1;
        for (int i = 0; i < text.length(); i++) {
            boolean space = PythonText.isSpace(text.charAt(i));
            boolean first = i == 0 || !PythonText.isSpace(text.charAt(i - 1));
            words += space && first ? 1 : 0;
        }
        return words;
    }

    /** How many bytes the text has in UTF-8. */
    public int bytes() {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** How many code points the text has. */
    public int characters() {
        return PythonText.length(text);
    }
}
