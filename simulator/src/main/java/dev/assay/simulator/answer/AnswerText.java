package dev.assay.simulator.answer;

import dev.assay.simulator.model.AnswerStyle;
import dev.assay.simulator.model.JudgeTraits;
import dev.assay.simulator.model.ModelSpec;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Lets a simulated model answer a question. The answer is a pure function of the model's name and configuration and of
 * the question: right exactly when a uniform number drawn from (model, prompt, seed, repeat) is below the model's ability
 * in the item's category. A right answer's final words are the reference; an extractor that takes the last number, the
 * choice letter or what follows "answer is" finds it there, unless the caller's token limit or a stop text cut them off,
 * and then the answer counts as wrong.
 */
public final class AnswerText {

    private static final long SALT_RIGHT = 0x7269676874L;
    private static final long SALT_LENGTH = 0x6c656e677468L;

    private AnswerText() {}

    /** The model's answer; {@code draw} is {@link Question#draw} of the model's name. */
    public static Answer to(Question question, ModelSpec model, Draw draw) {
        JudgeTraits judge = model.judge();
        if (judge != null) {
            return cut(JudgeText.to(question, judge, draw), question);
        }
        Truth truth = truth(question, model, draw);
        String answer = switch (truth) {
            case UNKNOWN -> WrongAnswer.anything(draw);
            case RIGHT -> stripped(question.reference());
            case WRONG -> WrongAnswer.to(stripped(question.reference()), question.prompt(), draw);
        };
        long unitsTaken = (long) question.maxTokens() * TokenEstimate.UNITS_PER_TOKEN;
        Ending ending = Ending.of(answer, model.style(), draw);
        StringBuilder text = reasoning(question, model, truth, ending, unitsTaken, draw);
        int answerEnd = text.length() + ending.answerEnd();
        text.append(ending.text());

        boolean complete = text.length() <= unitsTaken;
        int end = Math.min(complete ? text.length() : (int) unitsTaken, firstStop(text, question));
        text.setLength(end);
        Truth shown = truth == Truth.RIGHT && end < answerEnd ? Truth.WRONG : truth;
        return new Answer(
                text.toString(), shown, complete, question.inputTokens(), TokenEstimate.ofUnits(text.length()));
    }

    /** A judge's reply as far as the caller takes it; nobody asks whether it is right. */
    private static Answer cut(String reply, Question question) {
        long unitsTaken = (long) question.maxTokens() * TokenEstimate.UNITS_PER_TOKEN;
        boolean complete = reply.length() <= unitsTaken;
        StringBuilder text = new StringBuilder(complete ? reply : reply.substring(0, (int) unitsTaken));
        text.setLength(firstStop(text, question));
        return new Answer(
                text.toString(), Truth.UNKNOWN, complete, question.inputTokens(), TokenEstimate.ofUnits(text.length()));
    }

    private static Truth truth(Question question, ModelSpec model, Draw draw) {
        if (question.reference() == null || question.reference().isBlank()) {
            return Truth.UNKNOWN;
        }
        return draw.uniform(SALT_RIGHT) < model.abilities().of(question.category(), question.form())
                ? Truth.RIGHT
                : Truth.WRONG;
    }

    private static StringBuilder reasoning(
            Question question, ModelSpec model, Truth truth, Ending ending, long unitsTaken, Draw draw) {
        if (model.style() == AnswerStyle.TERSE) {
            return new StringBuilder(ending.text().length());
        }
        String reference = stripped(question.reference());
        ReferenceKind kind = ReferenceKind.of(reference);
        double length = model.answerTokens() * (0.75 + 0.5 * draw.uniform(SALT_LENGTH));
        long units = Math.min(unitsTaken, Math.round(length * TokenEstimate.UNITS_PER_TOKEN));
        // A lone letter is in every sentence; that one is no answer has been seen to in their wording.
        String avoid = truth == Truth.WRONG && kind != ReferenceKind.CHOICE ? reference.toLowerCase(Locale.ROOT) : null;
        int room = (int) Math.max(0, units - ending.text().length());
        return Reasoning.upTo(room, kind == ReferenceKind.NUMBER, avoid, draw);
    }

    private static int firstStop(StringBuilder text, Question question) {
        int first = text.length();
        for (String stop : question.stops()) {
            int found = stop.isEmpty() ? -1 : text.indexOf(stop);
            first = found >= 0 ? Math.min(first, found) : first;
        }
        return first;
    }

    private static String stripped(@Nullable String reference) {
        return reference == null ? "" : reference.strip();
    }
}
