package dev.assay.scoring.extraction;

import dev.assay.scoring.definition.Arguments;
import dev.assay.scoring.definition.Parameter;
import dev.assay.scoring.definition.Parameter.Kind;
import dev.assay.scoring.pattern.Match;
import dev.assay.scoring.pattern.SafePattern;
import dev.assay.scoring.text.PythonText;
import java.util.List;
import java.util.Optional;

/** Filters that cut or fold text without looking for a particular kind of answer. */
final class TextFilters {

    private static final Parameter MARKER =
            Parameter.required("marker", Kind.TEXT, "the text to look for, taken literally");
    private static final Parameter IGNORE_CASE =
            Parameter.optional("ignore_case", Kind.FLAG, "whether case does not matter; default false");
    private static final Parameter OPTIONAL = Parameter.optional(
            "optional", Kind.FLAG, "whether text without the marker passes unchanged; default false: nothing is found");

    static final int LONGEST_MARKER = 500;

    private TextFilters() {}

    static List<FilterType> types() {
        return List.of(
                plain("strip", List.of("remove_whitespace"), "Removes white space at both ends.", PythonText::strip),
                plain("lower", List.of("lowercase"), "Makes all letters lower-case.", PythonText::lower),
                plain("upper", List.of("uppercase"), "Makes all letters upper-case.", PythonText::upper),
                plain("take_first", List.of(), "Does nothing: a sample has one answer here.", text -> text),
                line("first_line", "Takes the first line that is not blank.", false),
                line("last_line", "Takes the last line that is not blank.", true),
                new FilterType(
                        "after",
                        List.of(),
                        List.of(MARKER, occurrence("last"), IGNORE_CASE, OPTIONAL),
                        "Takes what follows a marker.",
                        arguments -> cut(arguments, "last", (text, marker) -> text.substring(marker.end()))),
                new FilterType(
                        "before",
                        List.of(),
                        List.of(MARKER, occurrence("first"), IGNORE_CASE, OPTIONAL),
                        "Takes what precedes a marker.",
                        arguments -> cut(arguments, "first", (text, marker) -> text.substring(0, marker.start()))));
    }

    private static Parameter occurrence(String fallback) {
        return Parameter.oneOf("match", List.of("first", "last"), "which occurrence counts; default " + fallback);
    }

    private static FilterType plain(String name, List<String> aliases, String meaning, Change change) {
        return new FilterType(
                name, aliases, List.of(), meaning, arguments -> (text, context) -> Optional.of(change.apply(text)));
    }

    private static FilterType line(String name, String meaning, boolean last) {
        return new FilterType(
                name,
                List.of(),
                List.of(),
                meaning,
                arguments -> (text, context) -> text.lines()
                        .filter(line -> !PythonText.strip(line).isEmpty())
                        .reduce((first, second) -> last ? second : first));
    }

    private static Filter cut(Arguments arguments, String fallback, Cut cut) {
        String marker = arguments.text("marker").orElseThrow();
        if (marker.isEmpty() || marker.length() > LONGEST_MARKER) {
            throw arguments.reject("marker", "expected 1 to " + LONGEST_MARKER + " characters");
        }
        boolean last = arguments.text("match").orElse(fallback).equals("last");
        boolean optional = arguments.flag("optional", false);
        SafePattern pattern = SafePattern.literal(marker, arguments.flag("ignore_case", false));
        return (text, context) -> {
            Optional<Match> match = last ? pattern.last(text) : pattern.first(text);
            return match.map(found -> cut.apply(text, found)).or(() -> optional ? Optional.of(text) : Optional.empty());
        };
    }

    /** A change that always succeeds. */
    @FunctionalInterface
    private interface Change {
        String apply(String text);
    }

    /** What remains of a text around a match. */
    @FunctionalInterface
    private interface Cut {
        String apply(String text, Match match);
    }
}
