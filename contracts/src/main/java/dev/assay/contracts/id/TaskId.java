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

    public TaskId {
        if (model < 0 || item < 0 || repeat < 0) {
            throw new IllegalArgumentException(
                    "model, item and repeat of a task are not negative: " + model + ", " + item + ", " + repeat);
        }
    }

    /** Reads the form that {@link #toString()} writes: {@code run.model.item.repeat}. */
    @JsonCreator
    public static TaskId parse(String text) {
        int third = text.lastIndexOf('.');
        int second = text.lastIndexOf('.', third - 1);
        int first = text.lastIndexOf('.', second - 1);
        if (first < 0 || second < 0) {
            throw new IllegalArgumentException("task id must be run.model.item.repeat, but is: " + text);
        }
        try {
            return new TaskId(
                    new RunId(text.substring(0, first)),
                    Integer.parseInt(text, first + 1, second, 10),
                    Integer.parseInt(text, second + 1, third, 10),
                    Integer.parseInt(text, third + 1, text.length(), 10));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("task id must be run.model.item.repeat, but is: " + text, e);
        }
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

    @Override
    @JsonValue
    public String toString() {
        return run.value() + '.' + model + '.' + item + '.' + repeat;
    }
}
