package dev.assay.scoring.instruction;

import dev.assay.scoring.text.PythonText;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which instructions a response follows, in the item's order.
 *
 * <p>Strictly: the response as it is. Loosely: the response, or what is left without its first line, its last line or both,
 * each with and without its asterisks; any of the eight will do. A blank text follows no instruction.
 */
public record InstructionReport(List<Boolean> strict, List<Boolean> loose) {

    public InstructionReport {
        strict = List.copyOf(strict);
        loose = List.copyOf(loose);
    }

    /** Checks a response. @throws InstructionException if an instruction cannot be checked */
    public static InstructionReport of(InstructionSet set, InstructionLibrary library, String response) {
        List<Instruction> instructions =
                set.entries().stream().map(library::create).toList();
        List<String> variants = variants(response);
        return new InstructionReport(
                instructions.stream().map(i -> isFollowed(i, response)).toList(),
                instructions.stream()
                        .map(i -> variants.stream().anyMatch(variant -> isFollowed(i, variant)))
                        .toList());
    }

    /** Whether all instructions are followed strictly. */
    public boolean allStrict() {
        return !strict.contains(false);
    }

    /** Whether all instructions are followed loosely. */
    public boolean allLoose() {
        return !loose.contains(false);
    }

    private static boolean isFollowed(Instruction instruction, String response) {
        return !PythonText.strip(response).isEmpty() && instruction.isFollowedBy(response);
    }

    private static List<String> variants(String response) {
        List<String> lines = List.of(response.split("\n", -1));
        List<String> cut = List.of(
                response,
                joined(lines, 1, lines.size()),
                joined(lines, 0, lines.size() - 1),
                joined(lines, 1, lines.size() - 1));
        return cut.stream()
                .flatMap(text -> Stream.of(text, text.replace("*", "")))
                .distinct()
                .toList();
    }

    private static String joined(List<String> lines, int from, int to) {
        return from < to ? PythonText.strip(String.join("\n", lines.subList(from, to))) : "";
    }
}
