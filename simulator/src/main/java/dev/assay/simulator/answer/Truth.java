package dev.assay.simulator.answer;

/** Whether an answer is right, as planted. */
public enum Truth {
    /** The caller gave no reference, so that nobody knows. */
    UNKNOWN,
    /** The answer's final words are the reference. */
    RIGHT,
    /** The answer's final words differ from the reference, or were cut off. */
    WRONG
}
