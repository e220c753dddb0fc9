package dev.assay.benchmarks.dataset;

/** A dataset cannot be used. It carries the first problem that was found; there may be more. */
public final class InvalidDatasetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient DatasetProblem problem;

    InvalidDatasetException(DatasetProblem problem) {
        super(problem.text());
        this.problem = problem;
    }

    public DatasetProblem problem() {
        return problem;
    }
}
