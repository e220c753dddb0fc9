package dev.assay.scoring.sentence;

/**
 * How a word was seen in text.
 *
 * @param upper with a capital, anywhere
 * @param upperInside with a capital inside of a sentence, as names are
 * @param lower without, anywhere
 * @param lowerFirst without at the beginning of a sentence
 */
public record WordUse(boolean upper, boolean upperInside, boolean lower, boolean lowerFirst) {

    /** Of a word that was never seen. */
    static final WordUse UNKNOWN = new WordUse(false, false, false, false);

    /** Of an ordinary word: with a capital at the beginning of sentences only. */
    static final WordUse ORDINARY = new WordUse(true, false, true, false);

    private static final int FIRST_UPPER = 1 << 1;
    private static final int INSIDE_UPPER = 1 << 2;
    private static final int ELSEWHERE_UPPER = 1 << 3;
    private static final int FIRST_LOWER = 1 << 4;
    private static final int INSIDE_LOWER = 1 << 5;
    private static final int ELSEWHERE_LOWER = 1 << 6;

    /** From the bits that files of Punkt parameters have for it. */
    static WordUse ofBits(int bits) {
        return new WordUse(
                (bits & (FIRST_UPPER | INSIDE_UPPER | ELSEWHERE_UPPER)) != 0,
                (bits & INSIDE_UPPER) != 0,
                (bits & (FIRST_LOWER | INSIDE_LOWER | ELSEWHERE_LOWER)) != 0,
                (bits & FIRST_LOWER) != 0);
    }
}
