package dev.assay.simulator.answer;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a benchmark may take out of an answer; deliberately not the platform's own code. */
final class Extractors {

    private Extractors() {}

    static String lastNumber(String text) {
        return last("-?[$€£]?-?\\d[\\d,]*(?:\\.\\d+)?", text).replaceAll("[$€£,]", "");
    }

    static String lastLetter(String text) {
        return last("\\b[A-J]\\b", text);
    }

    static String afterAnswerIs(String text) {
        String rest = text.substring(text.lastIndexOf("answer is ") + "answer is ".length());
        return rest.replaceAll("\\*\\*", "").replaceAll("\\.$", "");
    }

    private static String last(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .reduce("", (before, found) -> found);
    }
}
