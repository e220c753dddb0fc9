package dev.assay.benchmarks.template;

/** A template cannot be used, or cannot be filled in with an item. */
public final class TemplateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient TemplateProblem problem;

    public TemplateException(TemplateProblem problem) {
        super(problem.text());
        this.problem = problem;
    }

    public TemplateProblem problem() {
        return problem;
    }
}
