package dev.assay.contracts.spec;

import java.util.List;
import java.util.stream.Collectors;

/** What became of something that somebody wrote: a value, or everything that is wrong with it. */
public sealed interface Parsed<T> {

    /**
     * It is right.
     *
     * @param document what was written, to find places for later findings and to edit it
     */
    record Valid<T>(T value, SpecDocument document) implements Parsed<T> {}

    /**
     * It is wrong.
     *
     * @param source the name of the file or of the request
     * @param problems at least one, in the order of their places
     */
    record Invalid<T>(String source, List<SpecProblem> problems) implements Parsed<T> {

        public Invalid {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("what is invalid has a problem");
            }
        }

        /** For people: one line for each problem. */
        public String text() {
            return problems.stream().map(SpecProblem::text).collect(Collectors.joining("\n"));
        }
    }
}
