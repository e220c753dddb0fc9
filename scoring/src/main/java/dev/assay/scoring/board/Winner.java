package dev.assay.scoring.board;

import dev.assay.scoring.arena.Outcome;
import java.util.Optional;
import java.util.stream.Stream;

/** What a voter says of two answers. Both being bad is a tie to all ratings, and counted apart. */
public enum Winner {
    A("model_a", Outcome.A_WINS),
    B("model_b", Outcome.B_WINS),
    TIE("tie", Outcome.TIE),
    BOTH_BAD("tie (bothbad)", Outcome.TIE);

    private final String word;
    private final Outcome outcome;

    Winner(String word, Outcome outcome) {
        this.word = word;
        this.outcome = outcome;
    }

    /** As files of battles write it. */
    public String word() {
        return word;
    }

    /** What it counts for. */
    public Outcome outcome() {
        return outcome;
    }

    /** Reads what files and people write: the words, {@code a}, {@code b}, {@code both_bad}; case does not matter. */
    public static Optional<Winner> ofWord(String text) {
        return Stream.of(values())
                .filter(winner -> winner.isWritten(text.strip()))
                .findFirst();
    }

    private boolean isWritten(String text) {
        return text.equalsIgnoreCase(word)
                || text.equalsIgnoreCase(name())
                || (this == BOTH_BAD && (text.equalsIgnoreCase("bothbad") || text.equalsIgnoreCase("both bad")));
    }
}
