package dev.assay.gateway.problem;

import java.util.List;
import java.util.stream.Collectors;

/** A request that is not done, and why. Carries the answer. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 3;

    private final transient Problem problem;

    private Refusal(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    /** A query parameter, header or body that cannot be understood: names it. */
    public static Refusal malformed(String what, String detail) {
        return new Refusal(Problem.of(400, what + ": " + detail));
    }

    /** Nobody known asks. */
    public static Refusal unknownCaller(String detail) {
        return new Refusal(Problem.of(401, detail));
    }

    /** Somebody known may not do that. */
    public static Refusal forbidden(String detail) {
        return new Refusal(Problem.of(403, detail));
    }

    /** It is not there, or not for the caller: nobody is told which. */
    public static Refusal notFound(String detail) {
        return new Refusal(Problem.of(404, detail));
    }

    /** It cannot be done in the present state. */
    public static Refusal conflict(String detail) {
        return new Refusal(Problem.of(409, detail));
    }

    public static Refusal tooLarge(String detail) {
        return new Refusal(Problem.of(413, detail));
    }

    public static Refusal unsupported(String detail) {
        return new Refusal(Problem.of(415, detail));
    }

    /** What was sent can be read, but is wrong: at least one finding. */
    public static Refusal invalid(List<Finding> findings) {
        String shown = findings.stream().limit(SHOWN).map(Finding::text).collect(Collectors.joining("\n"));
        int more = findings.size() - SHOWN;
        return new Refusal(Problem.of(422, more > 0 ? shown + "\nand " + more + " more" : shown)
                .with(findings));
    }

    /** As {@link #invalid(List)} for one finding. */
    public static Refusal invalid(Finding finding) {
        return invalid(List.of(finding));
    }

    /** Something that is needed is away for now. */
    public static Refusal unavailable(String detail) {
        return new Refusal(Problem.of(503, detail));
    }
}
