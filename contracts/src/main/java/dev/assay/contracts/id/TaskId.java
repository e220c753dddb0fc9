package dev.assay.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names the work that produces one sample's outcome: model, item and repeat inside a run. It is a pure function of the
 * plan, so that whoever dispatches the sample again gives it the same name.
 *
 * @param run the run
 * @param model position of the model in the run's list, from 0
 * @param item position of the item in the dataset version, from 0
 * @param repeat which repeat, from 0
 */
public record TaskId(RunId run, int model, int item, int repeat) implements Comparable<TaskId> {

    private static final int LARGEST = 999_999_999;

    public TaskId {
        if (Math.min(model, Math.min(item, repeat)) < 0 || Math.max(model, Math.max(item, repeat)) > LARGEST) {
            throw new IllegalArgumentException("model, item and repeat of a task are between 0 and " + LARGEST + ": "
                    + model + ", " + item + ", " + repeat);
        }
    }

    /** Reads the form that {@link #toString()} writes: {@code run.model.item.repeat}. */
    @JsonCreator
    public static TaskId parse(String text) {
        return parse(text, text.length());
    }

    /** Reads the beginning of a text, up to {@code end}. */
    static TaskId parse(String text, int end) {
        int third = text.lastIndexOf('.', end - 1);
        int second = text.lastIndexOf('.', third - 1);
        int first = text.lastIndexOf('.', second - 1);
        if (first < 0 || second < 0) {
            throw new IllegalArgumentException("task id must be run.model.item.repeat, but is: " + text);
        }
        return new TaskId(
                new RunId(text.substring(0, first)),
                number(text, first + 1, second),
                number(text, second + 1, third),
                number(text, third + 1, end));
    }

    /** Reads digits without sign or leading zero, so that a task has one name only. */
    static int number(String text, int from, int to) {
        boolean canonical = to > from && to - from <= 9 && (text.charAt(from) != '0' || to - from == 1);
        int value = 0;
        for (int i = from; canonical && i < to; i++) {
            int digit = text.charAt(i) - '0';
            canonical = digit >= 0 && digit <= 9;
            value = value * 10 + digit;
        }
        if (!canonical) {
            throw new IllegalArgumentException("positions in ids are numbers below 10^9 in plain digits: " + text);
        }
        return value;
    }

    @Override
    public int compareTo(TaskId other) {
        int byRun = run.compareTo(other.run);
        if (byRun != 0) {
            return byRun;
        }
        int byModel = Integer.compare(model, other.model);
        if (byModel != 0) {
            return byModel;
        }
        int byItem = Integer.compare(item, other.item);
        return byItem != 0 ? byItem : Integer.compare(repeat, other.repeat);
    }

    /** Ids are written so often that building them by hand, in one buffer, is worth it. */
    StringBuilder append(StringBuilder text) {
        return text.append(run.value())
                .append('.')
                .append(model)
                .append('.')
                .append(item)
                .append('.')
                .append(repeat);
    }

    @Override
    @JsonValue
    public String toString() {
        return append(new StringBuilder()).toString();
    }
}
