package dev.assay.gateway.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.benchmarks.dataset.DatasetProblem;
import dev.assay.contracts.spec.SpecProblem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that is wrong with what was sent, where it is, and what to do about it. */
@Schema(description = "One thing that is wrong with what was sent.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
        @Schema(
                description = "Which field, such as models[1].temperature; empty for the whole.",
                examples = "models[0]")
        String path,

        @Schema(description = "Line of the text or of the dataset, from 1.", examples = "7") @Nullable
        Integer line,

        @Schema(description = "Column, from 1.", examples = "3") @Nullable
        Integer column,

        @Schema(description = "What is wrong.", examples = "there is no model 'sim-larg'")
        String message,

        @Schema(description = "What to do.", examples = "Did you mean 'sim-large'?") @Nullable
        String remedy) {

    public static Finding at(String path, String message, String remedy) {
        return new Finding(path, null, null, message, remedy);
    }

    public static Finding of(SpecProblem problem) {
        return new Finding(problem.path(), problem.line(), problem.column(), problem.message(), problem.remedy());
    }

    /** A problem of a dataset that was given at a path. */
    public static Finding of(String path, DatasetProblem problem) {
        String place = problem.field() == null ? path : (path.isEmpty() ? "" : path + ".") + problem.field();
        return new Finding(place, problem.line(), problem.column(), problem.message(), problem.remedy());
    }

    /** Place, message and remedy in one line. */
    String text() {
        StringBuilder text = new StringBuilder(path);
        if (line != null) {
            text.append(path.isEmpty() ? "line " : ", line ").append(line);
        }
        text.append(text.isEmpty() ? "" : ": ").append(message);
        return remedy == null ? text.toString() : text + "; " + remedy;
    }
}
