package dev.assay.gateway.results;

import dev.assay.contracts.event.Outcome;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How an attempt or a sample ended, as it is stored and as people name it. */
public enum OutcomeKind {
    ANSWERED(1),
    REFUSED(2),
    FAILED(3),
    CANCELLED(4);

    private final short code;

    OutcomeKind(int code) {
        this.code = (short) code;
    }

    /** The stored form. */
    public short code() {
        return code;
    }

    /** The public form, such as {@code answered}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** An outcome that this version does not know is a failure: it is certainly no answer. */
    static OutcomeKind of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered a -> ANSWERED;
            case Outcome.Refused r -> REFUSED;
            case Outcome.Failed f -> FAILED;
            case Outcome.Cancelled c -> CANCELLED;
            case Outcome.Unrecognised u -> FAILED;
        };
    }

    /** @throws IllegalArgumentException if nothing is stored under that code */
    public static OutcomeKind ofCode(int code) {
        return Stream.of(values())
                .filter(kind -> kind.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no outcome has the code " + code));
    }

    public static Optional<OutcomeKind> ofWord(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
