package dev.assay.simulator.chat;

import dev.assay.simulator.answer.Draw;
import dev.assay.simulator.answer.Question;

/**
 * A well-formed request.
 *
 * @param model the model asked for
 * @param question what the answer depends on
 * @param stream whether the answer is to come in pieces
 * @param includeUsage whether the stream is to end with token counts
 * @param caller what was told about the call
 */
record ChatRequest(String model, Question question, boolean stream, boolean includeUsage, Caller caller)
        implements Asked {

    @Override
    public Draw draw(String name) {
        return question.draw(name);
    }
}
