package dev.assay.scoring.board;

import org.jspecify.annotations.Nullable;

/**
 * How a board is made. The same votes and settings give the same board.
 *
 * @param anchor the model whose rating is fixed; null: the mean of all is
 * @param anchorRating where it, or the mean, is fixed
 * @param confidence of the intervals, such as 0.95
 * @param rounds of the bootstrap
 * @param seed of the bootstrap
 */
public record BoardSettings(@Nullable String anchor, double anchorRating, double confidence, int rounds, long seed) {

    /** The mean at 1000, intervals of 95 % from 1000 rounds. */
    public static final BoardSettings STANDARD = new BoardSettings(null, 1000, 0.95, 1000, 1);

    private static final int FEWEST = 100;
    private static final int MOST = 10_000;
    private static final double FARTHEST = 1e6;

    /** @throws IllegalArgumentException with the setting's name, if one makes no sense */
    public BoardSettings {
        if (!(Math.abs(anchorRating) <= FARTHEST)) {
            throw new IllegalArgumentException("anchorRating: lies within a million of 0");
        }
        if (!(confidence >= 0.5 && confidence <= 0.999)) {
            throw new IllegalArgumentException("confidence: lies between 0.5 and 0.999, such as 0.95");
        }
        if (rounds < FEWEST || rounds > MOST) {
            throw new IllegalArgumentException("rounds: must be " + FEWEST + " to " + MOST);
        }
    }
}
