package dev.assay.scoring.instruction;

import java.util.List;

/**
 * How well the instructions of a set of items are followed.
 *
 * @param promptLevel the share of items all of whose instructions are followed
 * @param instructionLevel the share of followed instructions among those of all items; an item counts by how many it has
 */
public record InstructionAccuracy(double promptLevel, double instructionLevel) {

    /**
     * From what was followed, for each item a list.
     *
     * @throws IllegalArgumentException if there are no instructions at all
     */
    public static InstructionAccuracy of(List<List<Boolean>> followed) {
        long instructions = followed.stream().mapToLong(List::size).sum();
        if (instructions == 0) {
            throw new IllegalArgumentException("there are no instructions");
        }
        long prompts = followed.stream().filter(item -> !item.contains(false)).count();
        long kept = followed.stream()
                .flatMap(List::stream)
                .filter(Boolean::booleanValue)
                .count();
        return new InstructionAccuracy((double) prompts / followed.size(), (double) kept / instructions);
    }
}
