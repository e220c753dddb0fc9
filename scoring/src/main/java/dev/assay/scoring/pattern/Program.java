package dev.assay.scoring.pattern;

import java.util.List;

/**
 * A pattern as instructions. An instruction has an operation and up to two operands.
 *
 * @param operations one of the constants each
 * @param first a set's index, a target, a slot, a place's ordinal, or a look's index
 * @param second the other target
 * @param ordinals of a split among the splits, which are the only states that a search remembers
 * @param splits how many there are
 * @param slots how many places a search notes: two per group, and where the turns of some loops began
 */
record Program(
        int[] operations,
        int[] first,
        int[] second,
        int[] ordinals,
        int splits,
        int slots,
        List<CharSet> sets,
        List<Look> looks) {

    /** Takes a code point of the set. */
    static final int ONE = 0;
    /** Goes on at the first target and, should that fail, at the second. */
    static final int SPLIT = 1;

    static final int JUMP = 2;
    /** Notes the place in a capture slot. */
    static final int SAVE = 3;

    static final int PLACE = 4;
    static final int LOOK = 5;
    static final int MATCH = 6;
    /** Goes to the second operand if nothing was taken since the place in the slot was noted. */
    static final int IF_EMPTY = 7;

    /** A look-around: its own program, run apart. */
    record Look(Program body, boolean negative, boolean behind, int width) {}
}
