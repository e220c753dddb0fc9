package dev.assay.contracts.spec;

import dev.assay.contracts.spec.document.Fault;
import dev.assay.contracts.spec.document.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with what somebody wrote, and what to do about it.
 *
 * @param path such as {@code models[1].temperature}; empty if the whole text is meant
 * @param line from 1, or null if there is no one place
 * @param column from 1, or null
 * @param message what is wrong: a clause that may follow the path, without a full stop at its end
 * @param remedy what to do: a sentence
 */
public record SpecProblem(
        String path, @Nullable Integer line, @Nullable Integer column, String message, String remedy) {

    static List<SpecProblem> ofFaults(List<Fault> faults) {
        return faults.stream().map(SpecProblem::ofFault).toList();
    }

    private static SpecProblem ofFault(Fault fault) {
        Position place = fault.position();
        return place == null
                ? new SpecProblem("", null, null, fault.message(), fault.remedy())
                : new SpecProblem("", place.line(), place.column(), fault.message(), fault.remedy());
    }

    /** For people, in one line: {@code models[1].temperature (line 7, column 18): must be …, but is -1. Use 0 …}. */
    public String text() {
        return heading() + message + ". " + remedy;
    }

    private String heading() {
        String place = line == null ? "" : "line " + line + (column == null ? "" : ", column " + column);
        if (path.isEmpty()) {
            return place.isEmpty() ? "" : place + ": ";
        }
        return place.isEmpty() ? path + ": " : path + " (" + place + "): ";
    }

    @Override
    public String toString() {
        return text();
    }
}
