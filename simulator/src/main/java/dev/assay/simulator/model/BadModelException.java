package dev.assay.simulator.model;

/** A model's configuration is wrong; the message names the field and says what it must be. */
public final class BadModelException extends RuntimeException {

    public BadModelException(String message) {
        super(message);
    }

    BadModelException(String path, RuntimeException cause) {
        super(path + ": " + cause.getMessage(), cause);
    }
}
