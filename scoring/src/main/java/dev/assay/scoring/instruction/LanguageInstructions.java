package dev.assay.scoring.instruction;

import dev.assay.scoring.language.LanguageDetector;
import dev.assay.scoring.sentence.WordTokenizer;
import dev.assay.scoring.text.PythonText;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The language of a response and the case of its letters. A text of which no language can be told passes as any. */
final class LanguageInstructions {

    private LanguageInstructions() {}

    static Map<String, InstructionLibrary.Kind> kinds(LanguageDetector languages, WordTokenizer words) {
        return Map.of(
                "language:response_language",
                new InstructionLibrary.Kind(Set.of("language"), arguments -> language(arguments, languages)),
                "change_case:english_capital",
                new InstructionLibrary.Kind(Set.of(), arguments -> english(languages, PythonText::isUpper)),
                "change_case:english_lowercase",
                new InstructionLibrary.Kind(Set.of(), arguments -> english(languages, PythonText::isLower)),
                "change_case:capital_word_frequency",
                new InstructionLibrary.Kind(
                        Set.of("capital_frequency", "capital_relation"), arguments -> capitals(arguments, words)));
    }

    private static Instruction language(InstructionArguments arguments, LanguageDetector languages) {
        String language = arguments.text("language");
        return response -> is(languages, response, language);
    }

    private static Instruction english(LanguageDetector languages, Predicate<String> inCase) {
        return response -> inCase.test(response) && is(languages, response, "en");
    }

    private static boolean is(LanguageDetector languages, String response, String language) {
        return languages.detect(response).map(language::equals).orElse(true);
    }

    /** So many words without a small letter; a word with a hyphen is one. */
    private static Instruction capitals(InstructionArguments arguments, WordTokenizer words) {
        double threshold = arguments.number("capital_frequency");
        Relation relation = arguments.relation("capital_relation");
        return response -> relation.holds(
                words.words(response).stream().filter(PythonText::isUpper).count(), threshold);
    }
}
