package dev.assay.contracts.spec.document;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Says in plain words what is wrong with a YAML text, for the mistakes that people make. */
final class YamlFaults {

    private YamlFaults() {}

    static Fault of(YAMLException cause, String text) {
        return switch (cause) {
            case ReaderException unreadable -> unprintable(unreadable, text);
            case MarkedYAMLException marked -> marked(marked, text);
            default -> new Fault(null, "this is not YAML", "Check the indentation and the quotes.");
        };
    }

    private static Fault unprintable(ReaderException cause, String text) {
        int offset = text.offsetByCodePoints(0, Math.min(cause.getPosition(), text.codePointCount(0, text.length())));
        String before = text.substring(0, offset);
        int lineBegin = before.lastIndexOf('\n') + 1;
        return new Fault(
                new Position((int) before.chars().filter(c -> c == '\n').count() + 1, offset - lineBegin + 1),
                "the character U+%04X may not stand in YAML".formatted(cause.getCodePoint()),
                "Remove it, or write it as an escape in double quotes.");
    }

    private static Fault marked(MarkedYAMLException cause, String text) {
        @Nullable Mark mark = cause.getProblemMark() == null ? cause.getContextMark() : cause.getProblemMark();
        @Nullable Position position = mark == null ? null : YamlSource.at(mark);
        String problem = cause.getProblem() == null ? "" : cause.getProblem();
        String context = cause.getContext() == null ? "" : cause.getContext();
        if (problem.contains("\\t") || beginsWithTab(text, position)) {
            return new Fault(
                    position, "the line is indented with a tab", "Indent with spaces: YAML allows no tabs there.");
        }
        if (context.contains("quoted scalar")) {
            return new Fault(
                    cause.getContextMark() == null ? position : YamlSource.at(cause.getContextMark()),
                    problem.contains("escape")
                            ? "the quoted text that begins here holds an unknown escape"
                            : "the quote that opens here is never closed",
                    problem.contains("escape")
                            ? "Use single quotes, in which a backslash is itself: 'a\\d'."
                            : "Close it with the same sign.");
        }
        if (problem.contains("mapping values are not allowed")) {
            return new Fault(
                    position,
                    "a colon stands where none may",
                    "Quote a text that holds ': ', and check the indentation of this line and the one before.");
        }
        if (context.contains("flow sequence") || context.contains("flow mapping")) {
            return new Fault(
                    position,
                    "a bracket or brace is not closed, or a comma is missing",
                    "Check the list or mapping that begins in line " + lineOf(cause)
                            + ", and quote texts in it that hold one of , : ? [ ] { } #.");
        }
        if (context.contains("block mapping")
                || context.contains("block collection")
                || context.contains("simple key")) {
            return new Fault(
                    position,
                    "this line does not fit the ones above",
                    "Give keys of one mapping and dashes of one list the same indentation, and write `name: value`.");
        }
        if (problem.contains("cannot start any token")) {
            return new Fault(position, "a text may not begin with this character", "Put the text into quotes.");
        }
        if (context.contains("directive")) {
            return new Fault(position, "a line may not begin with %", "Put the text into quotes.");
        }
        // It may quote a line break.
        String words = problem.strip().replaceAll("\\s+", " ");
        return new Fault(position, "this is not YAML: " + words, "Check the indentation and the quotes.");
    }

    private static int lineOf(MarkedYAMLException cause) {
        return cause.getContextMark() == null ? 1 : cause.getContextMark().getLine() + 1;
    }

    private static boolean beginsWithTab(String text, @Nullable Position position) {
        if (position == null) {
            return false;
        }
        String line = text.lines().skip(position.line() - 1L).findFirst().orElse("");
        return line.startsWith("\t")
                || line.stripLeading().startsWith("\t")
                || line.substring(0, line.length() - line.stripLeading().length())
                        .contains("\t");
    }
}
