package dev.assay.messaging.publish;

/** The broker did not acknowledge a record within the delivery timeout, or refused it. */
public final class PublishFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PublishFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
