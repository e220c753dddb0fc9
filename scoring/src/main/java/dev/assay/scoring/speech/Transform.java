package dev.assay.scoring.speech;

import dev.assay.scoring.text.PythonText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a transcript is cut into words. Source: jiwer 4, {@code transformations.py}.
 *
 * <p>Words end at spaces only: a single tab or line break between two words does not part them, two of them do.
 */
public enum Transform {
    /** As it stands, but for repeated white space. */
    DEFAULT,
    /** As {@link #DEFAULT}, all sentences as one, for references and hypotheses that are cut differently. */
    CONTIGUOUS,
    /** In lower case, with English contractions written out and without what stands in angle or square brackets. */
    STANDARDIZE,
    /** As {@link #STANDARDIZE}, all sentences as one. */
    STANDARDIZE_CONTIGUOUS;

    private static final String ASCII_SPACE = " \t\n\r\u000b\f";

    /** In this order: the special cases first, as their endings are also general ones. */
    private static final String[][] CONTRACTIONS = {
        {"won't", "will not"},
        {"can't", "can not"},
        {"let's", "let us"},
        {"n't", " not"},
        {"'re", " are"},
        {"'s", " is"},
        {"'d", " would"},
        {"'ll", " will"},
        {"'t", " not"},
        {"'ve", " have"},
        {"'m", " am"}
    };

    /** Its name in definitions. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The transform of this name. */
    public static Optional<Transform> named(String written) {
        return Arrays.stream(values()).filter(t -> t.written().equals(written)).findFirst();
    }

    /** The words of each sentence. */
    public List<List<String>> words(List<String> sentences) {
        return switch (this) {
            case DEFAULT -> sentences.stream().map(s -> parts(tidy(s))).toList();
            case CONTIGUOUS ->
                List.of(parts(joined(sentences.stream().map(Transform::tidy).toList())));
            case STANDARDIZE -> sentences.stream().map(s -> parts(standard(s))).toList();
            case STANDARDIZE_CONTIGUOUS ->
                List.of(parts(joined(sentences.stream().map(Transform::standard).toList())));
        };
    }

    private static String joined(List<String> sentences) {
        return sentences.stream().filter(s -> !s.isEmpty()).collect(Collectors.joining(" "));
    }

    private static List<String> parts(String sentence) {
        List<String> words = new ArrayList<>();
        int start = 0;
        while (start <= sentence.length()) {
            int space = sentence.indexOf(' ', start);
            int end = space < 0 ? sentence.length() : space;
            if (end > start) {
                words.add(sentence.substring(start, end));
            }
            start = end + 1;
        }
        return words;
    }

    private static String standard(String sentence) {
        String text = PythonText.lower(sentence);
        for (String[] contraction : CONTRACTIONS) {
            text = text.replace(contraction[0], contraction[1]);
        }
        text = withoutBrackets(text);
        StringBuilder spaced = new StringBuilder(text);
        for (int i = 0; i < spaced.length(); i++) {
            if (ASCII_SPACE.indexOf(spaced.charAt(i)) >= 0) {
                spaced.setCharAt(i, ' ');
            }
        }
        return tidy(spaced.toString());
    }

    /** Without each stretch from an opening bracket to the next closing one, of whichever of the two kinds. */
    private static String withoutBrackets(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int close = c == '<' || c == '[' ? closing(text, at + 1) : -1;
            if (close >= 0) {
                at = close + 1;
            } else {
                kept.append(c);
                at++;
            }
        }
        return kept.toString();
    }

    private static int closing(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '>' || text.charAt(i) == ']') {
                return i;
            }
        }
        return -1;
    }

    /** Runs of two and more white space characters become one space; none at the ends. */
    private static String tidy(String sentence) {
        StringBuilder tidy = new StringBuilder(sentence.length());
        int at = 0;
        while (at < sentence.length()) {
            int end = at;
            while (end < sentence.length() && PythonText.isSpace(sentence.charAt(end))) {
                end++;
            }
            if (end - at >= 2) {
                tidy.append(' ');
                at = end;
            } else {
                tidy.append(sentence.charAt(at));
                at++;
            }
        }
        return PythonText.strip(tidy.toString());
    }
}
