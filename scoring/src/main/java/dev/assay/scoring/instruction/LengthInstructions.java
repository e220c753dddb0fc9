package dev.assay.scoring.instruction;

import dev.assay.scoring.pattern.Match;
import dev.assay.scoring.pattern.SafePattern;
import dev.assay.scoring.sentence.SentenceSplitter;
import dev.assay.scoring.text.PythonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many words, sentences and paragraphs. */
final class LengthInstructions {

    private static final SafePattern DIVIDER = SafePattern.compile("\\s?\\*\\*\\*\\s?");
    private static final String MARKS = ".,?!'\"";

    private LengthInstructions() {}

    static Map<String, InstructionLibrary.Kind> kinds(SentenceSplitter sentences) {
        return Map.of(
                "length_constraints:number_sentences",
                new InstructionLibrary.Kind(
                        Set.of("num_sentences", "relation"), arguments -> sentences(arguments, sentences)),
                "length_constraints:number_words",
                new InstructionLibrary.Kind(Set.of("num_words", "relation"), LengthInstructions::words),
                "length_constraints:number_paragraphs",
                new InstructionLibrary.Kind(Set.of("num_paragraphs"), LengthInstructions::paragraphs),
                "length_constraints:nth_paragraph_first_word",
                new InstructionLibrary.Kind(
                        Set.of("num_paragraphs", "nth_paragraph", "first_word"), LengthInstructions::firstWord));
    }

    private static Instruction sentences(InstructionArguments arguments, SentenceSplitter splitter) {
        double threshold = arguments.count("num_sentences");
        Relation relation = arguments.relation("relation");
        return response -> relation.holds(splitter.split(response).size(), threshold);
    }

    private static Instruction words(InstructionArguments arguments) {
        double threshold = arguments.count("num_words");
        Relation relation = arguments.relation("relation");
        return response -> relation.holds(PythonText.words(response).size(), threshold);
    }

    /** So many paragraphs between dividers of three asterisks; only the first and the last may be blank, uncounted. */
    private static Instruction paragraphs(InstructionArguments arguments) {
        double number = arguments.count("num_paragraphs");
        return response -> {
            List<String> paragraphs = parts(response, DIVIDER);
            int count = paragraphs.size();
            for (int i = 0; i < paragraphs.size(); i++) {
                if (PythonText.strip(paragraphs.get(i)).isEmpty()) {
                    if (i > 0 && i < paragraphs.size() - 1) {
                        return false;
                    }
                    count--;
                }
            }
            return count == number;
        };
    }

    private static List<String> parts(String text, SafePattern divider) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (Match match : divider.all(text)) {
            parts.add(text.substring(start, match.start()));
            start = match.end();
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** So many paragraphs between empty lines, of which the n-th begins with a word; blank ones keep their place. */
    private static Instruction firstWord(InstructionArguments arguments) {
        double number = arguments.count("num_paragraphs");
        double place = arguments.number("nth_paragraph");
        if (place <= 0 || place > number) {
            arguments.missing("nth_paragraph");
        }
        int nth = (int) place;
        String word = PythonText.lower(arguments.text("first_word"));
        return response -> {
            String[] paragraphs = response.split("\n\n", -1);
            long count = List.of(paragraphs).stream()
                    .filter(paragraph -> !PythonText.strip(paragraph).isEmpty())
                    .count();
            if (nth > count) {
                return false;
            }
            List<String> words = PythonText.split(paragraphs[nth - 1]);
            return !words.isEmpty() && count == number && bare(words.getFirst()).equals(word);
        };
    }

    /** A word in lower case without quotes before it, up to its first mark. */
    private static String bare(String word) {
        int start = endOfRun(word, endOfRun(word, 0, '\''), '"');
        int end = start;
        while (end < word.length() && MARKS.indexOf(word.charAt(end)) < 0) {
            end++;
        }
        return PythonText.lower(word.substring(start, end));
    }

    private static int endOfRun(String text, int from, char mark) {
        int end = from;
        while (end < text.length() && text.charAt(end) == mark) {
            end++;
        }
        return end;
    }
}
