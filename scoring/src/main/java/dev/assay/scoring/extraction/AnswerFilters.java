package dev.assay.scoring.extraction;

import dev.assay.scoring.definition.Arguments;
import dev.assay.scoring.definition.Parameter;
import dev.assay.scoring.definition.Parameter.Kind;
import dev.assay.scoring.mathematics.BoxedAnswer;
import dev.assay.scoring.pattern.Match;
import dev.assay.scoring.pattern.SafePattern;
import dev.assay.scoring.text.PythonText;
import dev.assay.scoring.text.WrittenNumber;
import java.util.List;

/** Filters that look for a particular kind of answer. */
final class AnswerFilters {

    private AnswerFilters() {}

    static List<FilterType> types() {
        return List.of(
                new FilterType(
                        "last_number",
                        List.of(),
                        List.of(),
                        "Takes the last number, without grouping, currency and closing full stop; keeps a percent sign.",
                        arguments -> (text, context) -> WrittenNumber.last(text).map(WrittenNumber::plain)),
                new FilterType(
                        "flexible_number",
                        List.of(),
                        List.of(),
                        "Takes the last run of digits, $, comma and full stop, as GSM8K's flexible-extract does.",
                        arguments -> flexibleNumber()),
                new FilterType(
                        "strict_number",
                        List.of(),
                        List.of(Parameter.optional(
                                "marker", Kind.TEXT, "what stands right before the number; default '#### '")),
                        "Takes the first number that follows a marker, as GSM8K's strict-match does.",
                        AnswerFilters::strictNumber),
                new FilterType(
                        "boxed",
                        List.of(),
                        List.of(),
                        "Takes the content of the last \\boxed{…}, braces balanced.",
                        arguments -> (text, context) -> BoxedAnswer.last(text)),
                new FilterType(
                        "choice_letter",
                        List.of(),
                        List.of(
                                Parameter.optional(
                                        "letters",
                                        Kind.TEXT,
                                        "the letters that can be answers; default: as many as there are choices,"
                                                + " A to J if there are none"),
                                Parameter.oneOf(
                                        "match",
                                        List.of("first", "last"),
                                        "which of several statements counts; default last")),
                        "Takes the letter of the chosen option, or of the option whose text was given.",
                        AnswerFilters::choiceLetter));
    }

    /** {@code (-?[$0-9.,]{2,})|(-?[0-9]+)}, last match: lm-evaluation-harness, tasks/gsm8k. */
    private static Filter flexibleNumber() {
        SafePattern pattern = SafePattern.compile("(-?[$0-9.,]{2,})|(-?[0-9]+)");
        return (text, context) -> pattern.last(text).flatMap(Match::answer).map(PythonText::strip);
    }

    private static Filter strictNumber(Arguments arguments) {
        String marker = arguments.text("marker").orElse("#### ");
        if (marker.length() > TextFilters.LONGEST_MARKER) {
            throw arguments.reject("marker", "expected at most " + TextFilters.LONGEST_MARKER + " characters");
        }
        SafePattern pattern = SafePattern.compile(SafePattern.quote(marker) + "(\\-?[0-9\\.\\,]+)");
        return (text, context) -> pattern.first(text).flatMap(Match::answer).map(PythonText::strip);
    }

    private static Filter choiceLetter(Arguments arguments) {
        String letters = PythonText.upper(arguments.text("letters").orElse(""));
        if (letters.chars().anyMatch(c -> c < 'A' || c > 'Z')
                || letters.chars().distinct().count() != letters.length()) {
            throw arguments.reject("letters", "expected distinct letters from A to Z, such as ABCD");
        }
        return new ChoiceLetter(letters, arguments.text("match").orElse("last").equals("last"));
    }
}
