package dev.assay.gateway.judging;

import dev.assay.scoring.arena.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A judged pair, as stored. Verdicts are 1: A, 2: B, 3: a tie, 4: missing.
 *
 * @param modelA position of the model whose answer was shown first
 * @param swapped null if the other order was not asked
 * @param outcome null if there is no vote
 * @param scoreA the first metric's score of A's answer; null if it has none
 */
record JudgedRow(
        String judge,
        int item,
        int repeat,
        int modelA,
        int modelB,
        int asGiven,
        @Nullable Integer swapped,
        @Nullable Integer outcome,
        double lengthA,
        double lengthB,
        @Nullable Double scoreA,
        @Nullable Double scoreB) {

    /** Whether a metric of the run finds both answers equally good. */
    boolean scoredAlike() {
        return scoreA != null && scoreA.equals(scoreB);
    }

    /** What a stored verdict prefers, by model; empty if it is missing. */
    static Optional<Outcome> preferred(@Nullable Integer verdict) {
        return switch (verdict == null ? 0 : verdict) {
            case 1 -> Optional.of(Outcome.A_WINS);
            case 2 -> Optional.of(Outcome.B_WINS);
            case 3 -> Optional.of(Outcome.TIE);
            default -> Optional.empty();
        };
    }
}
