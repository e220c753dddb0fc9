package dev.assay.gateway.registry;

/** The platform file cannot be used. The message says everything that is wrong, for people. */
public final class InvalidPlatformException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidPlatformException(String message) {
        super(message);
    }
}
