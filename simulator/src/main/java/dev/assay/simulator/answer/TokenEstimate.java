package dev.assay.simulator.answer;

/**
 * The simulator's tokenizer: a token is four UTF-16 units, the last one perhaps shorter, and nothing is free. It is cheap
 * and the same everywhere, and close to what real tokenizers count for English.
 */
public final class TokenEstimate {

    /** UTF-16 units in a token. */
    public static final int UNITS_PER_TOKEN = 4;

    private TokenEstimate() {}

    /** Tokens of a text of that many UTF-16 units, at least 1. */
    public static int ofUnits(long units) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, (units + UNITS_PER_TOKEN - 1) / UNITS_PER_TOKEN));
    }
}
