package dev.assay.scoring.question;

import dev.assay.scoring.text.AnswerNormalization;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A question of a SQuAD data set with the answer that was given.
 *
 * @param answers right answers; none: the question has no answer, and saying nothing is right
 * @param prediction empty to say that there is no answer
 * @param noAnswerProbability how sure the system is that there is none, if it says so
 */
public record SquadQuestion(List<String> answers, String prediction, OptionalDouble noAnswerProbability) {

    public SquadQuestion {
        answers = List.copyOf(answers);
    }

    /** Whether the data set has an answer. */
    public boolean isAnswerable() {
        return !answers.isEmpty();
    }

    double exactMatch() {
        return Squad.V2.exactMatch(prediction, compared());
    }

    double f1() {
        return Squad.V2.f1(prediction, compared());
    }

    /** What the v2 script compares with: answers that normalise to nothing are left out, and nothing stands for none. */
    private List<String> compared() {
        List<String> texts = answers.stream()
                .filter(answer -> !AnswerNormalization.words(answer).isEmpty())
                .toList();
        return texts.isEmpty() ? List.of("") : texts;
    }
}
