package dev.assay.scoring.pattern;

/** A pattern and a text that together would take too much memory or too many steps. Neither is at fault alone. */
public final class PatternLimitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PatternLimitException(String limit) {
        super(limit, null, false, false);
    }
}
