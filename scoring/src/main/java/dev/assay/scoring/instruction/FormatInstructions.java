package dev.assay.scoring.instruction;

import dev.assay.scoring.json.Json;
import dev.assay.scoring.json.JsonException;
import dev.assay.scoring.pattern.Match;
import dev.assay.scoring.pattern.SafePattern;
import dev.assay.scoring.text.PythonText;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a response must look like: lists, highlights, sections, a title, JSON, one of three answers, no commas. */
final class FormatInstructions {

    private static final SafePattern STAR_BULLET = SafePattern.compile("(?m)^\\s*\\*[^\\*].*$");
    private static final SafePattern DASH_BULLET = SafePattern.compile("(?m)^\\s*-.*$");
    private static final SafePattern HIGHLIGHT = SafePattern.compile("\\*[^\\n\\*]*\\*");
    private static final SafePattern STRONG_HIGHLIGHT = SafePattern.compile("\\*\\*[^\\n\\*]*\\*\\*");
    private static final SafePattern TITLE = SafePattern.compile("<<[^\\n]+>>");
    private static final List<String> ANSWERS = List.of("My answer is yes.", "My answer is no.", "My answer is maybe.");

    private FormatInstructions() {}

    static Map<String, InstructionLibrary.Kind> kinds() {
        return Map.of(
                "detectable_format:number_bullet_lists",
                new InstructionLibrary.Kind(Set.of("num_bullets"), FormatInstructions::bullets),
                "detectable_format:number_highlighted_sections",
                new InstructionLibrary.Kind(Set.of("num_highlights"), FormatInstructions::highlights),
                "detectable_format:multiple_sections",
                new InstructionLibrary.Kind(Set.of("section_spliter", "num_sections"), FormatInstructions::sections),
                "detectable_format:title",
                new InstructionLibrary.Kind(Set.of(), arguments -> FormatInstructions::hasTitle),
                "detectable_format:json_format",
                new InstructionLibrary.Kind(Set.of(), arguments -> FormatInstructions::isJson),
                "detectable_format:constrained_response",
                new InstructionLibrary.Kind(Set.of(), arguments -> FormatInstructions::isConstrained),
                "punctuation:no_comma",
                new InstructionLibrary.Kind(Set.of(), arguments -> response -> response.indexOf(',') < 0));
    }

    /** Exactly so many lines that begin with one asterisk or with a hyphen. */
    private static Instruction bullets(InstructionArguments arguments) {
        double number = arguments.count("num_bullets");
        return response ->
                STAR_BULLET.all(response).size() + DASH_BULLET.all(response).size() == number;
    }

    /** At least so many texts between asterisks; those between double ones may count twice, as in the reference. */
    private static Instruction highlights(InstructionArguments arguments) {
        double number = arguments.count("num_highlights");
        return response -> {
            long single = HIGHLIGHT.all(response).stream()
                    .filter(match -> isNotBlank(match.text().replace("*", "")))
                    .count();
            long strong = STRONG_HIGHLIGHT.all(response).stream()
                    .map(Match::text)
                    .filter(text -> isNotBlank(text.substring(2, text.length() - 2)))
                    .count();
            return single + strong >= number;
        };
    }

    /** The splitter and a number occur at least so often. */
    private static Instruction sections(InstructionArguments arguments) {
        double number = arguments.count("num_sections");
        SafePattern pattern = WordPattern.within(
                arguments.strippedText("section_spliter"), false, inner -> "\\s?" + inner + "\\s?\\d+\\s?");
        // Python's split also gives what the groups of the splitter matched.
        int partsPerMatch = 1 + pattern.groups();
        return response -> (long) pattern.all(response).size() * partsPerMatch >= number;
    }

    private static boolean hasTitle(String response) {
        return TITLE.all(response).stream()
                .map(match -> strip(match.text(), '<', '>'))
                .anyMatch(FormatInstructions::isNotBlank);
    }

    private static String strip(String text, char before, char after) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) == before) {
            start++;
        }
        while (end > start && text.charAt(end - 1) == after) {
            end--;
        }
        return text.substring(start, end);
    }

    /** A JSON value, perhaps in a fence of back-ticks. */
    private static boolean isJson(String response) {
        String text = PythonText.strip(response);
        for (String fence : List.of("```json", "```Json", "```JSON", "```")) {
            text = text.startsWith(fence) ? text.substring(fence.length()) : text;
        }
        text = text.endsWith("```") ? text.substring(0, text.length() - 3) : text;
        try {
            Json.read(PythonText.strip(text));
            return true;
        } catch (JsonException none) {
            return false;
        }
    }

    /** One of the three answers occurs somewhere. */
    private static boolean isConstrained(String response) {
        return ANSWERS.stream().anyMatch(response::contains);
    }

    private static boolean isNotBlank(String text) {
        return !PythonText.strip(text).isEmpty();
    }
}
