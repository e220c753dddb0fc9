package dev.assay.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names one dispatch of a task: permission to make one call.
 *
 * @param task the task
 * @param number which dispatch of it, from 1
 */
public record AttemptId(TaskId task, int number) {

    private static final int LARGEST = 999_999_999;

    public AttemptId {
        if (number < 1 || number > LARGEST) {
            throw new IllegalArgumentException("attempts are counted from 1, but this is " + number);
        }
    }

    /** Reads the form that {@link #toString()} writes: {@code task#number}. */
    @JsonCreator
    public static AttemptId parse(String text) {
        int hash = text.lastIndexOf('#');
        if (hash < 0) {
            throw new IllegalArgumentException("attempt id must be task#number, but is: " + text);
        }
        return new AttemptId(TaskId.parse(text, hash), TaskId.number(text, hash + 1, text.length()));
    }

    @Override
    @JsonValue
    public String toString() {
        return task.append(new StringBuilder()).append('#').append(number).toString();
    }
}
