package dev.assay.scoring.pattern;

import java.util.Objects;

/** A pattern that is not one, or that uses what cannot be matched in linear time. */
public final class PatternException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    PatternException(String problem, String pattern, int position) {
        super("%s at position %d of the pattern '%s'".formatted(problem, position, pattern));
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
