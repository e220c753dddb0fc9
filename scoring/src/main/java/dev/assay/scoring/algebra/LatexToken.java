package dev.assay.scoring.algebra;

/**
 * A piece of a formula.
 *
 * @param text digits of a number, a letter, a command with its backslash, or a sign; empty at the end
 */
record LatexToken(Kind kind, String text) {

    /** What a piece is. */
    enum Kind {
        NUMBER,
        LETTER,
        COMMAND,
        SIGN,
        END,
        /** A character that has no meaning in formulas. */
        UNKNOWN
    }

    static final LatexToken END = new LatexToken(Kind.END, "");

    boolean is(String sign) {
        return (kind == Kind.SIGN || kind == Kind.COMMAND) && text.equals(sign);
    }
}
