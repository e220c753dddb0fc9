package dev.assay.workers.attempt;

/** The broker will never take this record, however often it is sent. */
final class Unpublishable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unpublishable(Throwable cause) {
        super("a record that cannot be published", cause);
    }
}
