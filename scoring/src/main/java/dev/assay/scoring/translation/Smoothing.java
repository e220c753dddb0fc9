package dev.assay.scoring.translation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What BLEU does about n-gram orders without a match (Chen and Cherry 2014). */
public enum Smoothing {
    /** Nothing: one order without a match makes the score 0. */
    NONE("none", OptionalDouble.empty()),
    /** The count 0 is replaced by a small number. */
    FLOOR("floor", OptionalDouble.of(0.1)),
    /** A number is added to matches and totals from bigrams on. */
    ADD_K("add-k", OptionalDouble.of(1)),
    /** The first order without a match counts half a match, the next a quarter, and so on; as in mteval-v13a. */
    EXPONENTIAL("exp", OptionalDouble.empty());

    private final String written;
    private final OptionalDouble usual;

    Smoothing(String written, OptionalDouble usual) {
        this.written = written;
        this.usual = usual;
    }

    /** Its name in signatures and definitions. */
    public String written() {
        return written;
    }

    /** The number that it takes unless told otherwise; empty if it takes none. */
    public OptionalDouble usual() {
        return usual;
    }

    /** The smoothing of this name. */
    public static Optional<Smoothing> named(String written) {
        return Arrays.stream(values()).filter(s -> s.written.equals(written)).findFirst();
    }

    /** All names. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Smoothing::written).toList();
    }
}
