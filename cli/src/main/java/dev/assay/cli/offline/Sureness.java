package dev.assay.cli.offline;

import dev.assay.cli.outcome.Failure;

/**
 * How intervals are made.
 *
 * @param confidence such as 0.95
 * @param resamples of a bootstrap
 * @param seed of its random numbers; the same seed gives the same interval
 */
public record Sureness(double confidence, int resamples, long seed) {

    private static final int LEAST = 100;
    private static final int MOST = 1_000_000;

    /** @throws Failure if something makes no sense */
    public Sureness {
        if (!(confidence > 0 && confidence < 1)) {
            throw Failure.badInput("--confidence: lies between 0 and 1, such as 0.95.");
        }
        if (resamples < LEAST || resamples > MOST) {
            throw Failure.badInput("--resamples: must be " + LEAST + " to " + MOST + ".");
        }
    }
}
