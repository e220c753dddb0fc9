package dev.assay.scoring.arena;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bradley-Terry ratings that leave out what style alone wins: the log odds that A beats B are strength(A) - strength(B)
 * plus, for each count of style, a coefficient times its standardised difference (a - b) / (a + b + 1).
 *
 * <p>Source: FastChat, {@code compute_style_control}; the features are tokens, headings, lists and bold words there. All
 * parameters have a ridge penalty of {@code regularization} / 2 times their square, strengths in units of {@code scale}
 * points. Because of it every set of votes has ratings, also where {@link BradleyTerry} says that there are none: they
 * are as far apart there as the penalty lets them. A feature that never differs, or always alike, has the coefficient 0.
 *
 * @param scale of the ratings
 * @param regularization above 0; 0.5 in FastChat
 */
public record StyleControl(RatingScale scale, double regularization) {

    /** FastChat's. */
    public static final StyleControl ARENA = new StyleControl(RatingScale.ELO, 0.5);

    public StyleControl {
        if (!(regularization > 0)) {
            throw new IllegalArgumentException("style control needs a regularization above 0");
        }
    }

    /**
     * Ratings beside what style is worth.
     *
     * @param ratings without the share of style
     * @param coefficients log odds for one standard deviation more of each count; above 0 if more of it wins votes
     */
    public record Controlled(Ratings ratings, List<Double> coefficients) {
        public Controlled {
            coefficients = List.copyOf(coefficients);
        }
    }

    /** Fits ratings and coefficients. @throws IllegalArgumentException without votes, or if counts differ in number */
    public Controlled fit(List<StyledBattle> battles) {
        if (battles.isEmpty()) {
            throw new IllegalArgumentException("style control needs votes");
        }
        Roster models = Roster.of(battles.stream().map(StyledBattle::battle).toList());
        double[][] features = standardized(battles);
        List<PairedLogit.Row> rows = new ArrayList<>();
        for (int i = 0; i < battles.size(); i++) {
            Battle battle = battles.get(i).battle();
            rows.add(new PairedLogit.Row(
                    models.number(battle.modelA()),
                    models.number(battle.modelB()),
                    features[i],
                    battle.outcome().scoreOfA(),
                    battle.weight()));
        }
        double unit = StrictMath.log(scale.base());
        double[] fitted = new PairedLogit(
                        models.size(), features[0].length, regularization / (unit * unit), regularization)
                .fit(rows);
        Ratings ratings = scale.ratings(models, Arrays.copyOf(fitted, models.size()));
        double[] coefficients = Arrays.copyOfRange(fitted, models.size(), fitted.length);
        return new Controlled(ratings, Arrays.stream(coefficients).boxed().toList());
    }

    private static double[][] standardized(List<StyledBattle> battles) {
        int count = battles.getFirst().styleOfA().length;
        double[][] features = new double[battles.size()][count];
        for (int f = 0; f < count; f++) {
            double mean = 0;
            for (int i = 0; i < features.length; i++) {
                double a = battles.get(i).styleOfA()[f];
                double b = battles.get(i).styleOfB()[f];
                features[i][f] = (a - b) / (a + b + 1);
                mean += features[i][f] / features.length;
            }
            double variance = 0;
            for (double[] row : features) {
                variance += (row[f] - mean) * (row[f] - mean) / features.length;
            }
            // Differences below this are rounding of equal ones.
            double deviation = variance < 1e-24 ? Double.POSITIVE_INFINITY : StrictMath.sqrt(variance);
            for (double[] row : features) {
                row[f] = (row[f] - mean) / deviation;
            }
        }
        return features;
    }
}
