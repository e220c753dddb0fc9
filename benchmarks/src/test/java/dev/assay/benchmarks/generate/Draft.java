package dev.assay.benchmarks.generate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question before it has an id.
 *
 * @param choices options, the right one named by its letter in {@code answer}; empty: an open question
 */
record Draft(@Nullable String passage, String question, List<String> choices, String answer) {

    static Draft open(String question, Object answer) {
        return new Draft(null, question, List.of(), String.valueOf(answer));
    }

    static Draft about(String passage, String question, String answer) {
        return new Draft(passage, question, List.of(), answer);
    }

    /** A question with options in the order given by the draw. */
    static Draft multipleChoice(
            @Nullable String passage, String question, List<String> wrong, String right, Dice dice) {
        List<String> options = new java.util.ArrayList<>(wrong);
        options.add(right);
        List<String> shuffled = dice.shuffled(options);
        return new Draft(passage, question, shuffled, String.valueOf((char) ('A' + shuffled.indexOf(right))));
    }
}
