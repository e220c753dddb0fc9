package dev.assay.scoring.sentence;

import dev.assay.scoring.text.PythonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits text into sentences by the Punkt algorithm.
 *
 * <p>Source: Kiss and Strunk, "Unsupervised multilingual sentence boundary detection", Computational Linguistics 32 (2006);
 * NLTK {@code PunktSentenceTokenizer.tokenize} (3.8). Each full stop, question or exclamation mark before white space or a
 * mark is a candidate; the word before it and the token after it decide. Closing quotes and brackets go with the sentence
 * before them; white space between sentences and at the end is dropped, all other characters are kept.
 *
 * <p>Edges: an empty or blank text has no sentences. Immutable and thread-safe.
 */
public final class SentenceSplitter {

    private static final String CLOSING = "\"')]}";
    private static final String ASCII_SPACE = " \t\n\r\u000B\f";

    private final SentenceBreaks breaks;

    public SentenceSplitter(PunktParameters parameters) {
        this.breaks = new SentenceBreaks(parameters);
    }

    /** With the parameters for English that are built in. */
    public static SentenceSplitter english() {
        return new SentenceSplitter(PunktParameters.english());
    }

    /** The sentences in order. */
    public List<String> split(String text) {
        List<String> sentences = new ArrayList<>();
        List<Span> spans = spans(text);
        int closing = 0;
        for (int i = 0; i < spans.size(); i++) {
            int start = spans.get(i).start + closing;
            int end = spans.get(i).end;
            closing = 0;
            if (i + 1 < spans.size()) {
                Span next = spans.get(i + 1);
                Closing marks = closing(text, next);
                if (marks.length > 0) {
                    end = next.start + marks.marks;
                    closing = marks.length;
                }
            }
            if (start < end) {
                sentences.add(text.substring(start, end));
            }
        }
        return sentences;
    }

    private record Span(int start, int end) {}

    /** @param word where the word begins that the mark belongs to; @param next where the next word begins, if it is one */
    private record Candidate(int word, int mark, int contextEnd, Optional<Integer> next) {}

    private List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        int start = 0;
        for (Candidate candidate : candidates(text)) {
            String context = text.substring(candidate.word, candidate.contextEnd);
            if (breaks.isBroken(Tokens.of(context))) {
                int end = candidate.mark + 1;
                spans.add(new Span(start, end));
                start = candidate.next.orElse(end);
            }
        }
        int end = text.length();
        while (end > 0 && PythonText.isSpace(text.charAt(end - 1))) {
            end--;
        }
        spans.add(new Span(start, end));
        return spans;
    }

    /** Of several marks in one word only the last is a candidate, as in "D.C." and "?!". */
    private static List<Candidate> candidates(String text) {
        List<Candidate> candidates = new ArrayList<>();
        Optional<Candidate> previous = Optional.empty();
        for (int mark = 0; mark < text.length(); mark++) {
            char c = text.charAt(mark);
            if (c != '.' && c != '?' && c != '!') {
                continue;
            }
            int contextEnd = contextEnd(text, mark + 1);
            if (contextEnd < 0) {
                continue;
            }
            int wordBefore = previous.map(Candidate::word).orElse(0);
            int markBefore = previous.map(Candidate::mark).orElse(0);
            int blank = lastBlank(text, markBefore, mark);
            // A blank at the very first place counts as none, as in the reference.
            int word = blank > markBefore ? blank + 1 : wordBefore;
            previous.filter(p -> p.mark <= word).ifPresent(candidates::add);
            boolean wordFollows = PythonText.isSpace(text.charAt(mark + 1));
            previous = Optional.of(new Candidate(
                    word, mark, contextEnd, wordFollows ? Optional.of(skipSpace(text, mark + 1)) : Optional.empty()));
        }
        previous.ifPresent(candidates::add);
        return candidates;
    }

    /** The end of a mark that ends words, or of a word after white space; -1 if neither follows. */
    private static int contextEnd(String text, int from) {
        if (from < text.length() && Tokens.endsWord(text.charAt(from))) {
            return from + 1;
        }
        int word = skipSpace(text, from);
        if (word == from || word == text.length()) {
            return -1;
        }
        int end = word;
        while (end < text.length() && !PythonText.isSpace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && PythonText.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int lastBlank(String text, int from, int to) {
        int at = to - 1;
        while (at >= from && ASCII_SPACE.indexOf(text.charAt(at)) < 0) {
            at--;
        }
        return at;
    }

    /** @param marks how many closing marks; @param length with the white space after them; 0 if there are none */
    private record Closing(int marks, int length) {}

    private static Closing closing(String text, Span span) {
        int end = span.start;
        while (end < span.end && CLOSING.indexOf(text.charAt(end)) >= 0) {
            end++;
            // As few marks as are enough, so that after each one it is asked whether it could be the last.
            int space = end;
            while (space < span.end && PythonText.isSpace(text.charAt(space))) {
                space++;
            }
            boolean dashes = text.startsWith("--", end) && end + 2 <= span.end;
            if (space > end || end == span.end || dashes) {
                return new Closing(end - span.start, space - span.start);
            }
        }
        return new Closing(0, 0);
    }
}
