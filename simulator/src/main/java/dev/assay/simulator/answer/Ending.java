package dev.assay.simulator.answer;

import dev.assay.simulator.model.AnswerStyle;
import java.math.BigDecimal;
import java.util.List;

/**
 * How an answer ends.
 *
 * @param text the last sentence, or the bare answer
 * @param answerEnd where in the text the answer proper ends
 */
record Ending(String text, int answerEnd) {

    private static final long SALT_PHRASE = 0x656e6431L;
    private static final long SALT_BOLD = 0x656e6432L;
    private static final long SALT_GROUPED = 0x656e6433L;
    private static final long SALT_DOLLAR = 0x656e6434L;

    private static final BigDecimal LARGEST_IN_DOLLARS = BigDecimal.valueOf(1_000_000);

    private static final List<String> PHRASES = List.of(
            "The answer is ",
            "So the answer is ",
            "Therefore, the final answer is ",
            "That means the answer is ",
            "Hence the correct answer is ");

    /** Writes the answer down in a style; which of the style's ways follows from the draw. */
    static Ending of(String answer, AnswerStyle style, Draw draw) {
        return switch (style) {
            case TERSE -> new Ending(answer, answer.length());
            case PLAIN -> sentence(answer, draw);
            case FORMATTED -> {
                String written = formatted(answer, draw);
                yield sentence(draw.below(2, SALT_BOLD) == 0 ? "**" + written + "**" : written, draw);
            }
        };
    }

    private static Ending sentence(String written, Draw draw) {
        String start = PHRASES.get(draw.below(PHRASES.size(), SALT_PHRASE));
        return new Ending(start + written + ".", start.length() + written.length());
    }

    private static String formatted(String answer, Draw draw) {
        if (ReferenceKind.of(answer) != ReferenceKind.NUMBER) {
            return answer;
        }
        return Figure.parse(answer).map(figure -> formatted(figure, draw)).orElse(answer);
    }

    private static String formatted(Figure figure, Draw draw) {
        boolean dollars = figure.before().isEmpty()
                && figure.after().isEmpty()
                && figure.value().signum() > 0
                && figure.value().compareTo(LARGEST_IN_DOLLARS) < 0
                && draw.below(4, SALT_DOLLAR) == 0;
        Figure shown = dollars ? new Figure("$", figure.value(), "") : figure;
        return draw.below(2, SALT_GROUPED) == 0 ? shown.grouped() : shown.plain();
    }
}
