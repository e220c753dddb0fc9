package dev.assay.cli.outcome;

import java.util.List;

/** A command cannot go on. Carries all that is printed, and the exit status. */
public class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param lines what is wrong, and what to do; at least one */
    public Failure(int status, List<String> lines) {
        super(String.join(System.lineSeparator(), lines));
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a failure says why");
        }
        this.status = status;
    }

    public static Failure badInput(String... lines) {
        return new Failure(ExitStatus.BAD_INPUT, List.of(lines));
    }

    public static Failure error(String... lines) {
        return new Failure(ExitStatus.ERROR, List.of(lines));
    }

    public int status() {
        return status;
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
