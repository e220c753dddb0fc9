package dev.assay.scoring.summary;

import dev.assay.scoring.text.PythonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words of ROUGE: runs of the letters a to z and the digits 0 to 9 in lower case; all else separates them. */
final class RougeWords {

    /** Shorter words are not stemmed. */
    private static final int STEMMED_FROM = 4;

    private final Optional<PorterStemmer> stemmer;

    RougeWords(boolean stemmed) {
        this.stemmer = stemmed ? Optional.of(new PorterStemmer()) : Optional.empty();
    }

    List<String> of(String text) {
        String lower = PythonText.lower(text);
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= lower.length(); i++) {
            if (i == lower.length() || !isPart(lower.charAt(i))) {
                if (start < i) {
                    words.add(stemmed(lower.substring(start, i)));
                }
                start = i + 1;
            }
        }
        return words;
    }

    private String stemmed(String word) {
        return word.length() < STEMMED_FROM
                ? word
                : stemmer.map(s -> s.stem(word)).orElse(word);
    }

    private static boolean isPart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
