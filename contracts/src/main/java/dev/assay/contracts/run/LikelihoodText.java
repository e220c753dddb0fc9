package dev.assay.contracts.run;

/**
 * A text of which a model is asked how likely its end is, given its beginning.
 *
 * @param text the whole of it
 * @param from where the end begins, in code points
 */
public record LikelihoodText(String text, int from) {

    public LikelihoodText {
        if (from < 0 || from > text.codePointCount(0, text.length())) {
            throw new IllegalArgumentException("what is judged begins inside of the text");
        }
    }

    /** White space at the end of a context belongs to what follows, as tokenizers and the harness have it. */
    static LikelihoodText of(String context, String continuation) {
        int end = context.length();
        while (end > 0 && isSpace(context.charAt(end - 1))) {
            end--;
        }
        return new LikelihoodText(context + continuation, context.codePointCount(0, end));
    }

    /** White space as Python's {@code str.rstrip} has it. */
    private static boolean isSpace(char c) {
        return Character.isSpaceChar(c)
                || (c >= '\t' && c <= '\r')
                || (c >= '\u001c' && c <= '\u001f')
                || c == '\u0085';
    }
}
