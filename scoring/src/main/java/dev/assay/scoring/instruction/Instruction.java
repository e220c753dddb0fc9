package dev.assay.scoring.instruction;

/** One instruction with its arguments. Pure and safe for concurrent use. */
@FunctionalInterface
public interface Instruction {

    /** Whether a response does as it was told. Blank responses do not come here: they follow nothing. */
    boolean isFollowedBy(String response);
}
