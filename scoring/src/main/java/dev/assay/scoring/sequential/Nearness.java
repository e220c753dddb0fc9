package dev.assay.scoring.sequential;

import java.util.Optional;

/**
 * Bets that a mean is nearer to a claimed one than a distance: against all means at or above the one end, and against
 * all at or below the other. An end out of range needs no bet. Mutable, not thread-safe.
 */
record Nearness(Optional<Wager> belowUpperEnd, Optional<Wager> aboveLowerEnd) {

    /** @param claim and distance, scaled to scores from 0 to 1 */
    static Nearness of(double claim, double distance, long population) {
        return new Nearness(
                claim + distance < 1 ? Optional.of(new Wager(claim + distance, false, population)) : Optional.empty(),
                claim - distance > 0 ? Optional.of(new Wager(claim - distance, true, population)) : Optional.empty());
    }

    void add(double least, double greatest) {
        belowUpperEnd.ifPresent(wager -> wager.add(greatest));
        aboveLowerEnd.ifPresent(wager -> wager.add(least));
    }

    /** Whether both ends are refuted. */
    boolean isSure(double limit) {
        return belowUpperEnd.filter(wager -> wager.best() < limit).isEmpty()
                && aboveLowerEnd.filter(wager -> wager.best() < limit).isEmpty();
    }
}
