package dev.assay.scoring.text;

import java.util.List;

/**
 * The normalisation of SQuAD: lower case, ASCII punctuation removed, the words a, an and the removed, white space
 * collapsed; in that order, so that "a.b" becomes "ab" and keeps its a.
 *
 * <p>Source: rajpurkar/SQuAD-explorer, {@code evaluate-v1.1.py} and {@code evaluate-v2.0.py}, {@code normalize_answer}.
 * A word edge is that of Python patterns: a combining mark is no part of a word. Stateless.
 */
public final class AnswerNormalization {

    private AnswerNormalization() {}

    /** The words that are left. */
    public static List<String> words(String text) {
        return PythonText.split(withoutArticles(PythonText.withoutPunctuation(PythonText.lower(text))));
    }

    /** The words that are left, joined by single spaces. */
    public static String normalize(String text) {
        return String.join(" ", words(text));
    }

    /** The words with articles kept, joined by single spaces: HELM's {@code normalize_text} without their removal. */
    public static String normalizeKeepingArticles(String text) {
        return String.join(" ", PythonText.split(PythonText.withoutPunctuation(PythonText.lower(text))));
    }

    /** The text with each of the words a, an and the replaced by a space; case matters. */
    public static String withoutArticles(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = endOfWord(text, at);
            if (end == at) {
                int next = at + Character.charCount(text.codePointAt(at));
                kept.append(text, at, next);
                at = next;
            } else {
                if (isArticle(text, at, end)) {
                    kept.append(' ');
                } else {
                    kept.append(text, at, end);
                }
                at = end;
            }
        }
        return kept.toString();
    }

    private static int endOfWord(String text, int from) {
        int end = from;
        while (end < text.length() && PythonText.isWord(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean isArticle(String text, int start, int end) {
        return switch (end - start) {
            case 1 -> text.charAt(start) == 'a';
            case 2 -> text.startsWith("an", start);
            case 3 -> text.startsWith("the", start);
            default -> false;
        };
    }
}
