package dev.assay.scoring.board;

import java.util.List;

/**
 * What can be counted of how an answer is written.
 *
 * @param length in one unit for both answers of a vote: code points of answers that Assay has, tokens in most files
 * @param headings Markdown headings of levels 1 to 6
 * @param lists items of lists, numbered or not
 * @param bold bold passages
 */
public record AnswerStyle(double length, double headings, double lists, double bold) {

    /** Names of the counts, in the order of {@link #counts()}. */
    public static final List<String> NAMES = List.of("length", "headings", "lists", "bold");

    public AnswerStyle {
        for (double count : new double[] {length, headings, lists, bold}) {
            if (!(count >= 0 && count < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("counts of style are finite and not negative");
            }
        }
    }

    /** For {@link dev.assay.scoring.arena.StyleControl}. */
    public double[] counts() {
        return new double[] {length, headings, lists, bold};
    }

    /**
     * Counts an answer's Markdown: a heading is a line that begins with one to six #, a list's item one that begins,
     * after spaces, with -, * or +, or with digits and a full stop, each followed by white space; bold is a passage
     * within a line between ** and ** or __ and __. What stands in fences of three back-ticks is code and not counted,
     * but for its length. As FastChat's {@code add_markdown_info}. Time is linear in the length.
     */
    public static AnswerStyle of(String answer) {
        int headings = 0;
        int lists = 0;
        int bold = 0;
        boolean isCode = false;
        for (String line : (Iterable<String>) answer.lines()::iterator) {
            boolean isFence = line.stripLeading().startsWith("```");
            if (isFence) {
                isCode = !isCode;
            } else if (!isCode) {
                headings += isHeading(line) ? 1 : 0;
                lists += isItem(line.stripLeading()) ? 1 : 0;
                bold += passages(line, "**") + passages(line, "__");
            }
        }
        return new AnswerStyle(answer.codePointCount(0, answer.length()), headings, lists, bold);
    }

    private static boolean isHeading(String line) {
        int signs = 0;
        while (signs < line.length() && line.charAt(signs) == '#') {
            signs++;
        }
        return signs >= 1 && signs <= 6 && isSpaceAt(line, signs);
    }

    private static boolean isItem(String line) {
        int digits = 0;
        while (digits < line.length() && line.charAt(digits) >= '0' && line.charAt(digits) <= '9') {
            digits++;
        }
        if (digits > 0) {
            return digits < line.length() && line.charAt(digits) == '.' && isSpaceAt(line, digits + 1);
        }
        return !line.isEmpty() && "-*+".indexOf(line.charAt(0)) >= 0 && isSpaceAt(line, 1);
    }

    private static boolean isSpaceAt(String line, int place) {
        return place < line.length() && Character.isWhitespace(line.charAt(place));
    }

    /** Passages between two marks with something between them that holds no sign of the mark. */
    private static int passages(String line, String mark) {
        int count = 0;
        int open = line.indexOf(mark);
        while (open >= 0) {
            int from = open + mark.length();
            int sign = line.indexOf(mark.charAt(0), from);
            if (sign > from && line.startsWith(mark, sign)) {
                count++;
                open = line.indexOf(mark, sign + mark.length());
            } else {
                open = line.indexOf(mark, open + 1);
            }
        }
        return count;
    }
}
