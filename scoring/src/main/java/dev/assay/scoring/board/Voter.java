package dev.assay.scoring.board;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who gave a vote. */
public enum Voter {
    /** Somebody who saw both answers and not their models. */
    PERSON,
    /** A model that was asked which answer is better. */
    JUDGE,
    /** A file did not say. */
    UNKNOWN;

    /** The public form, such as {@code person}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Voter> ofWord(String word) {
        return Stream.of(values())
                .filter(voter -> voter.word().equalsIgnoreCase(word))
                .findFirst();
    }
}
