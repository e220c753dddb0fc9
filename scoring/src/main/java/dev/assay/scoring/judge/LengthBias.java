package dev.assay.scoring.judge;

import dev.assay.scoring.agreement.Agreement;
import dev.assay.scoring.agreement.Correlation;
import dev.assay.scoring.arena.Battle;
import dev.assay.scoring.arena.Outcome;
import dev.assay.scoring.statistics.Interval;
import java.util.List;
import java.util.Optional;

/**
 * How far a judge's votes go with the length of the answers. That longer answers win need not be a bias, since they may
 * be better: compare with people's votes on the same answers, or look at {@link CorrectedRanking}.
 *
 * @param decided votes for one of two answers of different length
 * @param longerWon those for the longer one
 * @param correlation of the vote (1, 0.5, 0) with the relative difference of lengths (a - b) / (a + b), over all votes
 */
public record LengthBias(int decided, int longerWon, Agreement correlation) {

    public LengthBias {
        if (longerWon < 0 || longerWon > decided) {
            throw new IllegalArgumentException(longerWon + " of " + decided + " votes");
        }
    }

    /** A vote with the lengths of both answers in one unit, such as code points or tokens; not both 0. */
    public record Measured(Battle vote, double lengthOfA, double lengthOfB) {
        public Measured {
            if (!(lengthOfA >= 0) || !(lengthOfB >= 0) || !(lengthOfA + lengthOfB > 0)) {
                throw new IllegalArgumentException("answers have a length, and not both 0");
            }
        }
    }

    public static LengthBias of(List<Measured> votes) {
        List<Measured> decided = votes.stream()
                .filter(v -> v.vote().outcome() != Outcome.TIE && v.lengthOfA() != v.lengthOfB())
                .toList();
        int longer = (int) decided.stream()
                .filter(v -> (v.vote().outcome() == Outcome.A_WINS) == (v.lengthOfA() > v.lengthOfB()))
                .count();
        double[] lead = votes.stream()
                .mapToDouble(v -> (v.lengthOfA() - v.lengthOfB()) / (v.lengthOfA() + v.lengthOfB()))
                .toArray();
        double[] score =
                votes.stream().mapToDouble(v -> v.vote().outcome().scoreOfA()).toArray();
        return new LengthBias(decided.size(), longer, Correlation.pearson(lead, score));
    }

    /** Wilson's interval of the share of decided votes for the longer answer; empty if there are none. */
    public Optional<Interval> longerShare(double confidence) {
        return decided == 0 ? Optional.empty() : Optional.of(Interval.wilson(longerWon, decided, confidence));
    }
}
