package dev.assay.scoring.algebra;

/** A formula that cannot be read, has no value, or is too large to be computed with. */
public final class NotUnderstoodException extends Exception {

    private static final long serialVersionUID = 1;

    NotUnderstoodException(String reason) {
        super(reason, null, false, false);
    }
}
