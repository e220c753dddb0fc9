package dev.assay.scoring.json;

import java.util.Objects;

/** A text that is not JSON. The message names the problem and its place, and holds no part of the text. */
public final class JsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JsonException(String problem, int place) {
        super("%s at character %d".formatted(problem, place));
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
