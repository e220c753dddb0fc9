package dev.assay.scoring.judge;

import dev.assay.scoring.arena.Outcome;
import dev.assay.scoring.judge.Verdict.Preference;
import dev.assay.scoring.statistics.Interval;
import dev.assay.scoring.statistics.NormalDistribution;
import java.util.List;
import java.util.Optional;

/**
 * What place and length are worth to a judge, in log odds, from pairs that were judged in both orders.
 *
 * <p>The model: the log odds that the answer shown first is preferred are {@code position + d} in one order and
 * {@code position - d} in the other, where d is whatever speaks for the first model's answer. Given that both verdicts
 * favour one place, it is the first with odds of {@code exp(2 position)}, and given that both favour one answer, it is the
 * first model's with odds of {@code exp(2 d)}: each is free of the other. So the place's weight needs no model of the
 * answers, however much they differ, and is not drawn towards 0 by these differences as a share or a fit with one strength
 * per model is. This is conditional logistic regression (D. R. Cox and E. J. Snell, Analysis of Binary Data, 1989, 2.4).
 *
 * <p>The length's weight is that of the relative difference {@code (a - b) / (a + b)} within d, fitted to the pairs whose
 * answers are alike in all else, so that d is nothing but length and noise. Verdicts that are ties do not count.
 *
 * @param position for the place shown first; empty unless both places were favoured
 * @param length for the longer answer; empty unless both longer and shorter answers won
 */
public record BiasOdds(Optional<Odds> position, Optional<Odds> length) {

    private static final int STEPS = 100;

    /**
     * A weight with its interval.
     *
     * @param value log odds
     * @param pairs how many it rests on
     */
    public record Odds(double value, Interval interval, int pairs) {}

    /**
     * A pair with the lengths of its answers.
     *
     * @param alike whether the answers are equally good by a measure of its own, such as both being right
     */
    public record Measured(SwappedPair pair, double lengthOfFirst, double lengthOfSecond, boolean alike) {}

    /** Estimates both weights. */
    public static BiasOdds of(List<Measured> pairs, double confidence) {
        int forFirst = 0;
        int forSecond = 0;
        for (Measured measured : pairs) {
            forFirst += favours(measured.pair(), Outcome.A_WINS) ? 1 : 0;
            forSecond += favours(measured.pair(), Outcome.B_WINS) ? 1 : 0;
        }
        return new BiasOdds(position(forFirst, forSecond, confidence), length(pairs, confidence));
    }

    /** Whether both verdicts favour a place: A is the first in either order. */
    private static boolean favours(SwappedPair pair, Outcome place) {
        return outcome(pair.asGiven()) == place && outcome(pair.swapped()) == place;
    }

    private static Outcome outcome(Verdict verdict) {
        return verdict instanceof Preference preference ? preference.outcome() : Outcome.TIE;
    }

    private static Optional<Odds> position(int forFirst, int forSecond, double confidence) {
        if (forFirst == 0 || forSecond == 0) {
            return Optional.empty();
        }
        int pairs = forFirst + forSecond;
        Interval share = Interval.wilson(forFirst, pairs, confidence);
        return Optional.of(new Odds(
                halfLogit((double) forFirst / pairs),
                new Interval(halfLogit(share.low()), halfLogit(share.high())),
                pairs));
    }

    private static double halfLogit(double share) {
        return (StrictMath.log(share) - StrictMath.log(1 - share)) / 2;
    }

    /** The one weight that makes the agreed verdicts most likely, by Newton's method; its curvature gives the interval. */
    private static Optional<Odds> length(List<Measured> pairs, double confidence) {
        double[] leads = pairs.stream()
                .filter(measured -> measured.alike()
                        && measured.lengthOfFirst() != measured.lengthOfSecond()
                        && winner(measured.pair()) != Outcome.TIE)
                .mapToDouble(BiasOdds::winnersLead)
                .toArray();
        boolean bounded = false;
        boolean longerWon = false;
        for (double lead : leads) {
            longerWon |= lead > 0;
            bounded |= lead < 0;
        }
        if (!bounded || !longerWon) {
            return Optional.empty();
        }
        double weight = 0;
        double curvature = 0;
        for (int step = 0; step < STEPS; step++) {
            double gradient = 0;
            curvature = 0;
            for (double lead : leads) {
                double lost = 1 / (1 + StrictMath.exp(2 * weight * lead));
                gradient += 2 * lead * lost;
                curvature += 4 * lead * lead * lost * (1 - lost);
            }
            double change = Math.clamp(gradient / curvature, -5, 5);
            weight += change;
            if (Math.abs(change) < 1e-12) {
                break;
            }
        }
        double reach = NormalDistribution.upperQuantile((1 - confidence) / 2) / StrictMath.sqrt(curvature);
        return Optional.of(new Odds(weight, new Interval(weight - reach, weight + reach), leads.length));
    }

    /** Whom both verdicts prefer; a tie if none. */
    private static Outcome winner(SwappedPair pair) {
        return pair.resolve() instanceof SwappedPair.Resolution.Agreed agreed ? agreed.outcome() : Outcome.TIE;
    }

    /** How much longer the winner's answer is than the other, from -1 to 1. */
    private static double winnersLead(Measured measured) {
        double lead = (measured.lengthOfFirst() - measured.lengthOfSecond())
                / (measured.lengthOfFirst() + measured.lengthOfSecond());
        return winner(measured.pair()) == Outcome.A_WINS ? lead : -lead;
    }
}
