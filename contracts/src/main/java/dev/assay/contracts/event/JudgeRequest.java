package dev.assay.contracts.event;

import dev.assay.contracts.id.TaskId;
import java.util.List;

/**
 * Answers that a judge is to be asked about.
 *
 * @param task the judge's task; its {@code model} is the lane of the judgement
 * @param answers in the order in which they are shown: one, or two
 */
public record JudgeRequest(TaskId task, List<String> answers) {

    public JudgeRequest {
        answers = List.copyOf(answers);
        if (answers.isEmpty() || answers.size() > 2) {
            throw new IllegalArgumentException("a judge is shown one answer or two");
        }
    }
}
