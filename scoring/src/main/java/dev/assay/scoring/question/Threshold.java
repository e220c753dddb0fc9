package dev.assay.scoring.question;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A no-answer threshold and what it gives.
 *
 * @param score in percent
 * @param value a probability of one of the questions, or 0 if it is best to answer none
 */
record Threshold(double score, double value) {

    /** The best threshold; of several the least. */
    static Threshold best(List<ScoredQuestion> scored, ToDoubleFunction<ScoredQuestion> score) {
        List<ScoredQuestion> ranked = new ArrayList<>(scored);
        ranked.sort(ScoredQuestion.BY_PROBABILITY);
        // At first nothing is answered; then one question after the other is.
        double current = scored.stream().filter(q -> !q.answerable()).count();
        double best = current;
        double value = 0;
        for (ScoredQuestion question : ranked) {
            if (question.answerable()) {
                current += score.applyAsDouble(question);
            } else if (!question.silent()) {
                current -= 1;
            }
            if (current > best) {
                best = current;
                value = question.probability();
            }
        }
        return new Threshold(100 * best / scored.size(), value);
    }
}
