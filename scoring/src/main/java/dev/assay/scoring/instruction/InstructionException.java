package dev.assay.scoring.instruction;

import java.util.Objects;

/** Instructions of an item that cannot be checked, whatever the response. The message is for people. */
public final class InstructionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InstructionException(String problem) {
        super(problem);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
