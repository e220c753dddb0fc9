package dev.assay.scoring.extraction;

import dev.assay.scoring.definition.Arguments;
import dev.assay.scoring.definition.Parameter;
import dev.assay.scoring.definition.Parameter.Kind;
import dev.assay.scoring.pattern.Match;
import dev.assay.scoring.pattern.SafePattern;
import dev.assay.scoring.text.PythonText;
import java.util.List;
import java.util.Optional;

/** The filter that runs a pattern from a task file. */
final class PatternFilters {

    private PatternFilters() {}

    static List<FilterType> types() {
        return List.of(new FilterType(
                "regex",
                List.of(),
                List.of(
                        Parameter.required("pattern", Kind.PATTERN, "a regular expression in Python's syntax")
                                .withAlias("regex_pattern"),
                        Parameter.optional(
                                "group",
                                Kind.INTEGER,
                                "the capture group to take, 0 for the whole match; default: the first that is not empty"),
                        Parameter.optional(
                                        "match",
                                        Kind.TEXT,
                                        "which match to take: first, last, or a number from 0, from -1 backwards;"
                                                + " default first")
                                .withAlias("group_select"),
                        Parameter.optional("ignore_case", Kind.FLAG, "whether case does not matter; default false")),
                "Takes a match of a regular expression, without white space at its ends.",
                PatternFilters::regex));
    }

    private static Filter regex(Arguments arguments) {
        SafePattern pattern = arguments.pattern("pattern", arguments.flag("ignore_case", false));
        Optional<Integer> group = arguments.integer("group");
        if (group.isPresent() && (group.get() < 0 || group.get() > pattern.groups())) {
            throw arguments.reject("group", "the pattern has %d groups".formatted(pattern.groups()));
        }
        int number = number(arguments);
        return (text, context) -> choose(pattern, text, number)
                .flatMap(match -> group.isPresent() ? match.groups().get(group.get()) : answer(match))
                .map(PythonText::strip);
    }

    // As Python's findall, of which the field's filter takes its matches: of the only group a text, empty if it took no
    // part.
    private static Optional<String> answer(Match match) {
        return match.groups().size() == 2 ? match.groups().get(1).or(() -> Optional.of("")) : match.answer();
    }

    private static int number(Arguments arguments) {
        String written = arguments.text("match").orElse("first");
        return switch (written) {
            case "first" -> 0;
            case "last" -> -1;
            default -> {
                if (!SafePattern.compile("\\A-?[0-9]{1,6}\\Z").first(written).isPresent()) {
                    throw arguments.reject("match", "expected first, last or a whole number");
                }
                yield Integer.parseInt(written);
            }
        };
    }

    private static Optional<Match> choose(SafePattern pattern, String text, int number) {
        if (number >= 0) {
            return pattern.nth(text, number);
        }
        if (number == -1) {
            return pattern.last(text);
        }
        List<Match> all = pattern.all(text);
        return -number <= all.size() ? Optional.of(all.get(all.size() + number)) : Optional.empty();
    }
}
