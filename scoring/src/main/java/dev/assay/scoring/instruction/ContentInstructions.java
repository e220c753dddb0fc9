package dev.assay.scoring.instruction;

import dev.assay.scoring.pattern.SafePattern;
import dev.assay.scoring.text.PythonText;
import java.util.Map;
import java.util.Set;

/** Parts that a response must have: placeholders, a postscript, the request, an ending, two responses. */
final class ContentInstructions {

    private static final SafePattern PLACEHOLDER = SafePattern.compile("\\[.*?\\]");
    private static final SafePattern PS = SafePattern.compile("(?m)\\s*p\\.\\s?s\\..*$");
    private static final SafePattern PPS = SafePattern.compile("(?m)\\s*p\\.\\s?p\\.\\s?s.*$");
    private static final String TWO_RESPONSES = "\\*{6}";

    private ContentInstructions() {}

    static Map<String, InstructionLibrary.Kind> kinds() {
        return Map.of(
                "detectable_content:number_placeholders",
                new InstructionLibrary.Kind(Set.of("num_placeholders"), ContentInstructions::placeholders),
                "detectable_content:postscript",
                new InstructionLibrary.Kind(Set.of("postscript_marker"), ContentInstructions::postscript),
                "combination:repeat_prompt",
                new InstructionLibrary.Kind(Set.of("prompt_to_repeat"), ContentInstructions::repeat),
                "combination:two_responses",
                new InstructionLibrary.Kind(Set.of(), arguments -> ContentInstructions::isTwoResponses),
                "startend:end_checker",
                new InstructionLibrary.Kind(Set.of("end_phrase"), ContentInstructions::end),
                "startend:quotation",
                new InstructionLibrary.Kind(Set.of(), arguments -> ContentInstructions::isQuoted));
    }

    /** At least so many texts in square brackets. */
    private static Instruction placeholders(InstructionArguments arguments) {
        double number = arguments.count("num_placeholders");
        return response -> PLACEHOLDER.all(response).size() >= number;
    }

    /** The marker occurs, in any case; of P.S. and P.P.S with or without a blank between the letters. */
    private static Instruction postscript(InstructionArguments arguments) {
        String marker = arguments.strippedText("postscript_marker");
        SafePattern pattern = switch (marker) {
            case "P.S." -> PS;
            case "P.P.S" -> PPS;
            default -> WordPattern.within(PythonText.lower(marker), false, inner -> "(?m)\\s*" + inner + ".*$");
        };
        return response -> pattern.first(PythonText.lower(response)).isPresent();
    }

    /** The response begins with a text, in any case. */
    private static Instruction repeat(InstructionArguments arguments) {
        String prompt = PythonText.lower(arguments.strippedText("prompt_to_repeat"));
        return response -> PythonText.lower(PythonText.strip(response)).startsWith(prompt);
    }

    /** Two different texts between rows of six asterisks; only at the very beginning and end may there be none. */
    private static boolean isTwoResponses(String response) {
        String[] parts = response.split(TWO_RESPONSES, -1);
        String first = "";
        String second = "";
        int responses = 0;
        for (int i = 0; i < parts.length; i++) {
            String part = PythonText.strip(parts[i]);
            if (part.isEmpty()) {
                if (i > 0 && i < parts.length - 1) {
                    return false;
                }
            } else {
                responses++;
                first = second;
                second = part;
            }
        }
        return responses == 2 && !first.equals(second);
    }

    /** The response ends with a text, in any case, but for quotes. */
    private static Instruction end(InstructionArguments arguments) {
        String phrase = PythonText.lower(arguments.strippedText("end_phrase"));
        return response -> {
            String text = PythonText.strip(response);
            int start = 0;
            int end = text.length();
            while (start < end && text.charAt(start) == '"') {
                start++;
            }
            while (end > start && text.charAt(end - 1) == '"') {
                end--;
            }
            return PythonText.lower(text.substring(start, end)).endsWith(phrase);
        };
    }

    private static boolean isQuoted(String response) {
        String text = PythonText.strip(response);
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    }
}
