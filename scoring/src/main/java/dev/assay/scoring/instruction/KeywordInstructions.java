package dev.assay.scoring.instruction;

import dev.assay.scoring.pattern.SafePattern;
import dev.assay.scoring.text.PythonText;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words and letters that must occur, or must not. */
final class KeywordInstructions {

    private KeywordInstructions() {}

    static Map<String, InstructionLibrary.Kind> kinds() {
        return Map.of(
                "keywords:existence",
                new InstructionLibrary.Kind(Set.of("keywords"), KeywordInstructions::existence),
                "keywords:frequency",
                new InstructionLibrary.Kind(Set.of("keyword", "frequency", "relation"), KeywordInstructions::frequency),
                "keywords:forbidden_words",
                new InstructionLibrary.Kind(Set.of("forbidden_words"), KeywordInstructions::forbidden),
                "keywords:letter_frequency",
                new InstructionLibrary.Kind(
                        Set.of("letter", "let_frequency", "let_relation"), KeywordInstructions::letters));
    }

    /** Each keyword occurs somewhere, also inside of words, in any case. */
    private static Instruction existence(InstructionArguments arguments) {
        List<SafePattern> patterns = arguments.texts("keywords").stream()
                .map(word -> WordPattern.of(word, true))
                .toList();
        return response ->
                patterns.stream().allMatch(pattern -> pattern.first(response).isPresent());
    }

    /** A keyword occurs so often, also inside of words, in any case. */
    private static Instruction frequency(InstructionArguments arguments) {
        SafePattern pattern = WordPattern.of(arguments.strippedText("keyword"), true);
        double frequency = arguments.count("frequency");
        Relation relation = arguments.relation("relation");
        return response -> relation.holds(pattern.all(response).size(), frequency);
    }

    /** No forbidden word occurs as a whole word, in any case. */
    private static Instruction forbidden(InstructionArguments arguments) {
        List<SafePattern> patterns = arguments.texts("forbidden_words").stream()
                .map(word -> WordPattern.within(word, true, inner -> "\\b" + inner + "\\b"))
                .toList();
        return response ->
                patterns.stream().noneMatch(pattern -> pattern.first(response).isPresent());
    }

    /** A letter from a to z occurs so often, in any case. */
    private static Instruction letters(InstructionArguments arguments) {
        String letter = PythonText.lower(arguments.text("letter"));
        if (letter.length() != 1 || letter.charAt(0) < 'a' || letter.charAt(0) > 'z') {
            arguments.missing("letter");
        }
        double frequency = arguments.count("let_frequency");
        Relation relation = arguments.relation("let_relation");
        char sought = letter.charAt(0);
        return response -> relation.holds(
                PythonText.lower(response).chars().filter(c -> c == sought).count(), frequency);
    }
}
