package dev.assay.simulator.chat;

import org.jspecify.annotations.Nullable;

/** A request that is not well-formed; the message is meant for the caller. */
final class BadRequestException extends Exception {

    private final @Nullable String parameter;

    BadRequestException(@Nullable String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    /** The field that is bad, if one can be named. */
    @Nullable
    String parameter() {
        return parameter;
    }

    String told() {
        String message = getMessage();
        return message == null ? "bad request" : message;
    }
}
