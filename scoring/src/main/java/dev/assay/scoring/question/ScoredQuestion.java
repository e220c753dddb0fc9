package dev.assay.scoring.question;

import java.util.Comparator;
import java.util.List;

/**
 * What is left of a question once its texts are compared.
 *
 * @param silent whether the prediction says that there is no answer
 * @param probability that there is no answer, 0 if it is not known
 */
record ScoredQuestion(boolean answerable, boolean silent, double exact, double f1, double probability) {

    static final Comparator<ScoredQuestion> BY_PROBABILITY = Comparator.comparingDouble(ScoredQuestion::probability);

    static ScoredQuestion of(SquadQuestion question) {
        return new ScoredQuestion(
                question.isAnswerable(),
                question.prediction().isEmpty(),
                question.exactMatch(),
                question.f1(),
                question.noAnswerProbability().orElse(0));
    }

    static ScoredQuestion ofVersion1(SquadQuestion question) {
        String prediction = question.prediction();
        List<String> answers = question.answers();
        return new ScoredQuestion(
                true,
                prediction.isEmpty(),
                Squad.V1_1.exactMatch(prediction, answers),
                Squad.V1_1.f1(prediction, answers),
                0);
    }

    /** The score if the system keeps silent above the threshold. */
    double atThreshold(double threshold, double score) {
        if (probability > threshold) {
            return answerable ? 0 : 1;
        }
        return score;
    }
}
