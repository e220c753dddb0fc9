package dev.assay.scoring.metric;

import dev.assay.scoring.definition.Arguments;
import dev.assay.scoring.definition.Parameter;
import dev.assay.scoring.text.PythonText;
import java.util.List;
import java.util.Optional;

/**
 * The ways to name an option of an item: its letter, its text, or its place from 0. What is no such name names none, and so
 * does a text that two options have.
 */
public final class OptionName {

    /** Which of these a reference is; {@code auto} tries letter, text, place in that order. */
    public static final Parameter TARGET = Parameter.oneOf(
            "target", List.of("auto", "letter", "text", "index"), "how the references name the option; default auto");

    private static final int LETTERS = 26;

    private OptionName() {}

    /** The value of {@link #TARGET}. */
    public static String target(Arguments arguments) {
        return arguments.text("target").orElse("auto");
    }

    /** The position from 0 of the option that a reference names; empty if it names none. */
    public static Optional<Integer> position(String target, String reference, List<String> choices) {
        return switch (target) {
            case "letter" -> byLetter(reference, choices);
            case "text" -> byText(reference, choices);
            case "index" -> byIndex(reference, choices);
            default ->
                byLetter(reference, choices)
                        .or(() -> byText(reference, choices))
                        .or(() -> byIndex(reference, choices));
        };
    }

    static Optional<Integer> byLetter(String text, List<String> choices) {
        String letter = PythonText.upper(PythonText.strip(text));
        if (letter.length() != 1) {
            return Optional.empty();
        }
        int position = letter.charAt(0) - 'A';
        int options = choices.isEmpty() ? LETTERS : Math.min(LETTERS, choices.size());
        return position >= 0 && position < options ? Optional.of(position) : Optional.empty();
    }

    static Optional<Integer> byText(String text, List<String> choices) {
        String folded = fold(text);
        List<String> texts = choices.stream().map(OptionName::fold).toList();
        int position = texts.indexOf(folded);
        return position >= 0 && position == texts.lastIndexOf(folded) ? Optional.of(position) : Optional.empty();
    }

    private static Optional<Integer> byIndex(String text, List<String> choices) {
        String digits = PythonText.strip(text);
        boolean number =
                !digits.isEmpty() && digits.length() <= 2 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int options = choices.isEmpty() ? LETTERS : choices.size();
        return number && Integer.parseInt(digits) < options ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
    }

    private static String fold(String text) {
        return PythonText.lower(PythonText.strip(text));
    }
}
