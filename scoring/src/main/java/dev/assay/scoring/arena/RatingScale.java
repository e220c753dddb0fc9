package dev.assay.scoring.arena;

import java.util.Arrays;

/**
 * How far apart ratings are written, and where they stand.
 *
 * @param base with {@code scale}: a lead of {@code scale} points means odds of {@code base} to one
 * @param scale points
 * @param anchor what fixes the level, since votes only fix differences
 */
public record RatingScale(double base, double scale, Anchor anchor) {

    /** Elo's: 400 points are ten to one, and the mean of all models is 1000. */
    public static final RatingScale ELO = new RatingScale(10, 400, new Anchor.Mean(1000));

    /** What fixes the level of ratings. */
    public sealed interface Anchor {

        /** The mean of all models has this rating. */
        record Mean(double rating) implements Anchor {}

        /** This model has this rating. */
        record Model(String model, double rating) implements Anchor {}
    }

    public RatingScale {
        if (!(base > 1) || !(scale > 0)) {
            throw new IllegalArgumentException("a scale needs a base above 1 and points above 0");
        }
    }

    /** This scale with one model's rating fixed, so that ratings of several runs can be compared. */
    public RatingScale anchoredAt(String model, double rating) {
        return new RatingScale(base, scale, new Anchor.Model(model, rating));
    }

    /** The points of one unit of log odds. */
    double points() {
        return scale / StrictMath.log(base);
    }

    /** Ratings from strengths in log odds. */
    Ratings ratings(Roster models, double[] strengths) {
        double level = switch (anchor) {
            case Anchor.Mean mean ->
                mean.rating() - points() * Arrays.stream(strengths).average().orElse(0);
            case Anchor.Model fixed -> {
                int place = models.names().indexOf(fixed.model());
                if (place < 0) {
                    throw new IllegalArgumentException("the anchor '%s' has no battle".formatted(fixed.model()));
                }
                yield fixed.rating() - points() * strengths[place];
            }
        };
        return new Ratings(models.label(
                Arrays.stream(strengths).map(s -> level + points() * s).toArray()));
    }
}
