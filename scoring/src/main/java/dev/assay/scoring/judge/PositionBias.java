package dev.assay.scoring.judge;

import dev.assay.scoring.statistics.Interval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far a judge's verdicts depend on the order of the answers.
 *
 * @param pairs that were judged in both orders
 * @param consistent pairs of which both orders agree
 * @param forFirst pairs whose verdicts depend on the order and favour the answer that was shown first
 * @param forSecond pairs whose verdicts favour the one shown second
 * @param missing pairs of which a verdict could not be read, not among {@code pairs}
 */
public record PositionBias(int pairs, int consistent, int forFirst, int forSecond, int missing) {

    public PositionBias {
        if (consistent + forFirst + forSecond != pairs || Math.min(consistent, Math.min(forFirst, forSecond)) < 0) {
            throw new IllegalArgumentException("the counts do not add up");
        }
    }

    public static PositionBias of(List<SwappedPair> judged) {
        int consistent = 0;
        int forFirst = 0;
        int forSecond = 0;
        int missing = 0;
        for (SwappedPair pair : judged) {
            switch (pair.resolve()) {
                case SwappedPair.Resolution.Agreed agreed -> consistent++;
                case SwappedPair.Resolution.Contradiction contradiction -> {
                    forFirst += contradiction.place() == SwappedPair.Place.FIRST ? 1 : 0;
                    forSecond += contradiction.place() == SwappedPair.Place.SECOND ? 1 : 0;
                }
                case SwappedPair.Resolution.Missing none -> missing++;
            }
        }
        return new PositionBias(judged.size() - missing, consistent, forFirst, forSecond, missing);
    }

    /** The share of pairs of which both orders agree, from 0 to 1; empty without pairs. */
    public OptionalDouble consistency() {
        return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) consistent / pairs);
    }

    /**
     * Verdicts that favour the first place less those that favour the second, as a share of all pairs: from -1 to 1, 0 if
     * the judge leans neither way. A judge may be inconsistent without leaning; that is noise, not bias.
     */
    public OptionalDouble lean() {
        return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) (forFirst - forSecond) / pairs);
    }

    /**
     * Wilson's interval of the share of order-dependent verdicts that favour the first place. If it does not contain
     * one half, the judge leans. Empty if no verdict depends on the order.
     */
    public Optional<Interval> firstShare(double confidence) {
        int dependent = forFirst + forSecond;
        return dependent == 0 ? Optional.empty() : Optional.of(Interval.wilson(forFirst, dependent, confidence));
    }
}
